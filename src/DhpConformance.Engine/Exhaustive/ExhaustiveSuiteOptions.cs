using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Results;
using DhpConformance.Engine.Scopes;

namespace DhpConformance.Engine.Exhaustive;

/// <summary>What to go through.</summary>
public sealed record ExhaustiveSuiteOptions
{
    /// <summary>The scope.</summary>
    public required ScopeDefinition Scope { get; init; }

    /// <summary>The profiles to judge, one after the other, each in all partitions.</summary>
    public required ImmutableArray<Profile> Profiles { get; init; }

    /// <summary>How the implementation is reached, for the results.</summary>
    public string Source { get; init; } = "";

    /// <summary>Remarks on rules, for the results; null for none.</summary>
    public ImmutableArray<RuleNote>? Notes { get; init; }

    /// <summary>What is known to be broken, for the results; null for nothing. It changes no verdict.</summary>
    public ImmutableArray<KnownFailure>? KnownFailures { get; init; }

    /// <summary>Ids of the rules to judge; empty for all.</summary>
    public ImmutableArray<string> Rules { get; init; } = [];

    /// <summary>Most sequences that lead to each state, 1 or more.</summary>
    public int Histories { get; init; } = ExhaustiveOptions.DefaultHistories;

    /// <summary>Threads that visit states, 1 or more; the results do not depend on it.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Most states that a scope may have by its estimate; a larger one is refused.</summary>
    public long StateLimit { get; init; } = ExhaustiveOptions.DefaultStateLimit;

    /// <summary>Which of the states are visited.</summary>
    public Shard Shard { get; init; } = Shard.Whole;

    /// <summary>Results of a run that was interrupted, to go on where it ended; null to begin anew.</summary>
    public RunResults? Earlier { get; init; }
}
