using System.Collections.Immutable;
using DhpConformance.Engine.Histories;

namespace DhpConformance.Engine.Linearizability;

/// <summary>Whether a history could have come from a right server.</summary>
public enum LinearizabilityVerdict
{
    /// <summary>There is an order of the calls in which every answer is right.</summary>
    Linearizable,

    /// <summary>There is none: every order was tried.</summary>
    NotLinearizable,

    /// <summary>The bounds were reached before all orders were tried, which says nothing.</summary>
    Inconclusive,
}

/// <summary>What was found out about a history.</summary>
/// <param name="Verdict">Whether it could have come from a right server.</param>
/// <param name="Tried">How many pairs of a set of calls and a state were tried.</param>
public sealed record LinearizabilityResult(LinearizabilityVerdict Verdict, int Tried)
{
    /// <summary>
    /// The calls in the order that was found; of a history that is not linearizable, the longest order that can be
    /// begun. Calls that were refused as busy while another was under way are left out: they have no place in an order.
    /// </summary>
    public ImmutableArray<HistoryCall> Order { get; init; } = [];

    /// <summary>The rule that is broken; null if none is, or nobody knows.</summary>
    public string? Rule { get; init; }

    /// <summary>The calls that would have to come next and fit nowhere; those of the broken rule first.</summary>
    public ImmutableArray<StuckCall> Stuck { get; init; } = [];

    /// <summary>
    /// How many of the longest orders were found, 16 at most. Each stuck call fits after none of them.
    /// </summary>
    public int Orders { get; init; }

    /// <summary>Why nothing is known, in a sentence; null if it is.</summary>
    public string? Doubt { get; init; }
}

/// <summary>A call that fits nowhere.</summary>
/// <param name="Call">The call.</param>
/// <param name="Rule">The rule that it breaks by the first of its misfits.</param>
/// <param name="Misfits">Why, after each of the longest orders; the same reason once.</param>
public sealed record StuckCall(HistoryCall Call, string Rule, ImmutableArray<CallMisfit> Misfits);

/// <summary>Why a call does not fit after an order.</summary>
/// <param name="Subject">What differs, for people.</param>
/// <param name="Expected">What the rules require there, for people.</param>
/// <param name="Observed">What was answered or seen, for people.</param>
public sealed record CallMisfit(string Subject, string Expected, string Observed);
