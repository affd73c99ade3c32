using DhpConformance.Abstractions;
using DhpConformance.Model.State;
using DhpConformance.Model.Transitions;

namespace DhpConformance.Engine.Narration;

/// <summary>One operation of a failing sequence, and what the rules say to it.</summary>
/// <param name="Number">Its place, from 1.</param>
/// <param name="Operation">What is done.</param>
/// <param name="Sentence">The same in words.</param>
/// <param name="Decision">What the rules require.</param>
/// <param name="Answer">What was answered; null if that is not known.</param>
/// <param name="After">The state afterwards, as the rules require it.</param>
public sealed record ModelTimelineStep(
    int Number, Operation Operation, string Sentence, Decision Decision, Outcome? Answer, ServerState After)
{
    /// <summary>Whether the answer is a right one, or not known.</summary>
    public bool IsRight => Answer is not { } given || Decision.Permits(given);
}
