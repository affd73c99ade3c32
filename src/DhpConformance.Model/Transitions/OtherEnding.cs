using DhpConformance.Abstractions;
using DhpConformance.Model.State;

namespace DhpConformance.Model.Transitions;

/// <summary>
/// A second right answer where the documents leave it open, such as a registration with a veto that fails or
/// completes (decision G-14).
/// </summary>
/// <param name="Failure">The reason of the failure that is a right answer, too.</param>
/// <param name="Next">The state after that answer.</param>
public sealed record OtherEnding(FailureReason Failure, ServerState Next);
