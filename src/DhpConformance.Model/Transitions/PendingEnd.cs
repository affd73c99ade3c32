using DhpConformance.Abstractions;
using DhpConformance.Model.State;

namespace DhpConformance.Model.Transitions;

/// <summary>A way in which an operation that was accepted earlier may end.</summary>
/// <param name="Decision">What the rules require of it when it ends.</param>
/// <param name="Outcome">How it ends; null if it ends without effect.</param>
/// <param name="After">The state in which it has ended.</param>
public readonly record struct PendingEnd(Decision Decision, Outcome? Outcome, ServerState After);
