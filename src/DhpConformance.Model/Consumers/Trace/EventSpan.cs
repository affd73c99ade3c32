using System.Collections.Immutable;
using DhpConformance.Abstractions;

namespace DhpConformance.Model.Consumers;

/// <summary>An event from its beginning to its answer.</summary>
/// <param name="Event">The event.</param>
/// <param name="Begin">Where it begins in the trace.</param>
/// <param name="End">Where it was answered; one past the trace if it never was.</param>
/// <param name="Answer">The answer; null if there was none.</param>
/// <param name="Before">The operating system before it.</param>
/// <param name="After">The operating system when it was answered.</param>
/// <param name="Calls">The calls that were made in it, without those of events inside it.</param>
public sealed record EventSpan(
    ConsumerEvent Event,
    int Begin,
    int End,
    ConsumerAnswer? Answer,
    SystemState Before,
    SystemState After,
    ImmutableArray<CallMade> Calls)
{
    /// <summary>Whether memory was asked for in vain.</summary>
    public bool RanOutOfMemory => Calls.Any(made => made.Call is Allocate && !made.Answer.Succeeded);

    /// <summary>Whether it was answered with success.</summary>
    public bool Succeeded => Answer is { Succeeded: true };

    /// <summary>The first call in it that touched what is not there; null if none did.</summary>
    public CallMade? WildAccess => Calls.FirstOrDefault(made => made.Call is Touch && !made.Answer.Succeeded);
}
