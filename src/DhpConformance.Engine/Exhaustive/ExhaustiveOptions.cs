namespace DhpConformance.Engine.Exhaustive;

/// <summary>How a scope is gone through.</summary>
public sealed record ExhaustiveOptions
{
    /// <summary>Most states of a scope if nothing else is asked for; each takes some hundred bytes.</summary>
    public const int DefaultStateLimit = 100_000;

    /// <summary>Most states that a scope may have; a larger one is refused before any work.</summary>
    public int StateLimit { get; init; } = DefaultStateLimit;

    /// <summary>Threads that visit states, 1 or more.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>The first state to visit, from 0: where an earlier run was interrupted.</summary>
    public int From { get; init; }

    /// <summary>Of how many shards this run is one, 1 or more.</summary>
    public int Shards { get; init; } = 1;

    /// <summary>Which shard, from 0: it visits every state whose number leaves this remainder.</summary>
    public int Shard { get; init; }
}
