using DhpConformance.Abstractions;

namespace DhpConformance.Engine.Histories;

/// <summary>One call of one client: an operation, or an observation.</summary>
/// <param name="Number">Its place among the calls of the history in order of their beginning, from 1.</param>
/// <param name="Client">Which client made it, from 0.</param>
/// <param name="Operation">What it asked for; null for an observation.</param>
/// <param name="Invoked">When it began.</param>
public sealed record HistoryCall(int Number, int Client, Operation? Operation, long Invoked)
{
    /// <summary>
    /// When its client got an answer or stopped waiting; null if it was still waiting when the history ended.
    /// </summary>
    public long? Ended { get; init; }

    /// <summary>The answer to an operation; null if there was none.</summary>
    public Outcome? Outcome { get; init; }

    /// <summary>What was seen; null if nothing was.</summary>
    public Observation? Observation { get; init; }

    /// <summary>Whether no answer came, so that it may have taken effect at any time since, or never.</summary>
    public bool IsLost => Outcome is null && Observation is null;

    /// <summary>When it had certainly ended; the greatest number there is if it is lost.</summary>
    public long Returned => IsLost ? long.MaxValue : Ended!.Value;

    /// <summary>Whether the two overlap: neither had ended before the other began.</summary>
    public bool Overlaps(HistoryCall other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Invoked < other.Returned && other.Invoked < Returned;
    }
}
