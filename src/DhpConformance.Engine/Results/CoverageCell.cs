using System.Text.Json.Serialization;
using DhpConformance.Abstractions;
using DhpConformance.Model.Rules;

namespace DhpConformance.Engine.Results;

/// <summary>How often one situation was reached.</summary>
/// <param name="Operation">What was asked.</param>
/// <param name="Kind">The kind of the unit named; null for none.</param>
/// <param name="Required">The answer that the rules required, in words.</param>
/// <param name="Static">Whether the server was statically partitionable.</param>
/// <param name="NeighbourRuns">Whether another partition ran.</param>
/// <param name="Mixed">Whether operating systems of different profiles shared the server.</param>
/// <param name="Count">How often.</param>
public sealed record CoverageCell(
    [property: JsonConverter(typeof(KebabCaseConverter<OperationKind>))] OperationKind Operation,
    UnitKind? Kind,
    string Required,
    bool Static,
    bool NeighbourRuns,
    bool Mixed,
    long Count)
{
    internal static CoverageCell Of(Situation situation, long count) => new(
        situation.Operation,
        situation.Kind,
        situation.Required.ToString(),
        situation.Static,
        situation.NeighbourRuns,
        situation.Mixed,
        count);
}
