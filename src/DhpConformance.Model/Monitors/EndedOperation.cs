using DhpConformance.Abstractions;
using DhpConformance.Model.Transitions;

namespace DhpConformance.Model.Monitors;

/// <summary>An operation that was accepted earlier and has ended by itself.</summary>
/// <param name="Operation">What was asked.</param>
/// <param name="Decision">What the rules required when it ended.</param>
/// <param name="Outcome">How it ended.</param>
public readonly record struct EndedOperation(Operation Operation, Decision Decision, Outcome Outcome);
