using DhpConformance.Engine.Results;


namespace DhpConformance.Engine.Exhaustive;

/// <summary>How a scope is gone through.</summary>
public sealed record ExhaustiveOptions
{
    /// <summary>Most states of a scope if nothing else is asked for; each takes about a kilobyte.</summary>
    public const long DefaultStateLimit = 200_000;

    /// <summary>
    /// Most states that a scope may have by its <see cref="Scopes.ScopeEstimate"/>; a larger one is refused.
    /// </summary>
    public long StateLimit { get; init; } = DefaultStateLimit;

    /// <summary>Sequences to each state if nothing else is asked for.</summary>
    public const int DefaultHistories = 3;

    /// <summary>
    /// Most sequences that lead to each state, 1 or more: they differ in what happened and the state does not tell.
    /// </summary>
    public int Histories { get; init; } = DefaultHistories;

    /// <summary>Threads that visit states, 1 or more.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Which of the states are visited.</summary>
    public Shard Shard { get; init; } = Shard.Whole;

    /// <summary>How many states of this shard an earlier run has visited: it goes on after them.</summary>
    public int Visited { get; init; }
}
