using DhpConformance.Abstractions;
using DhpConformance.Engine.Scenarios;
using DhpConformance.Model.State;

namespace DhpConformance.Tests.Properties;

/// <summary>A state that operations have led to, and an operation that is asked for in it.</summary>
public sealed record Moment(Scenario Scenario, ServerState State, Operation Operation)
{
    public override string ToString() => $"{Scenario}\nin the middle of which is asked for: {Operation}";
}
