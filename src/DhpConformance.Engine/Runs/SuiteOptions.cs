using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Cases;
using DhpConformance.Engine.Generation;
using DhpConformance.Engine.Results;

namespace DhpConformance.Engine.Runs;

/// <summary>What to run.</summary>
public sealed record SuiteOptions
{
    /// <summary>Cases for each profile if nothing else is asked for.</summary>
    public const int DefaultCases = 1000;

    /// <summary>Operations in each case if nothing else is asked for.</summary>
    public const int DefaultLength = 50;

    /// <summary>Cases are drawn, and dealt out to shards, so many at a time.</summary>
    public const int CasesAtATime = CaseGenerator.Batch;

    /// <summary>The profiles to judge, one after the other.</summary>
    public required ImmutableArray<Profile> Profiles { get; init; }

    /// <summary>How the implementation is reached, for the results.</summary>
    public string Source { get; init; } = "";

    /// <summary>Remarks on rules, for the results; null for none.</summary>
    public ImmutableArray<RuleNote>? Notes { get; init; }

    /// <summary>What is known to be broken, for the results; null for nothing. It changes no verdict.</summary>
    public ImmutableArray<KnownFailure>? KnownFailures { get; init; }

    /// <summary>Where all cases come from.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Cases for each profile, 1 or more.</summary>
    public int Cases { get; init; } = DefaultCases;

    /// <summary>Operations in each case, 1 or more.</summary>
    public int Length { get; init; } = DefaultLength;

    /// <summary>What more of the cases are about.</summary>
    public Workload Workload { get; init; }

    /// <summary>Threads that execute cases, 1 or more; each has an implementation of its own.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Ids of the rules to judge; empty for all.</summary>
    public ImmutableArray<string> Rules { get; init; } = [];

    /// <summary>Which share of the cases is executed.</summary>
    public Shard Shard { get; init; } = Shard.Whole;

    /// <summary>How many cases of each profile are in the share.</summary>
    public int CasesOfShard
    {
        get
        {
            var cases = 0;
            for (var first = 0; first < Cases; first += CaseGenerator.Batch)
            {
                cases += Shard.Includes(first / CaseGenerator.Batch) ? Math.Min(CaseGenerator.Batch, Cases - first) : 0;
            }

            return cases;
        }
    }

    /// <summary>
    /// Cases of earlier runs, executed before all others in the profile of the same name, in this order. One that
    /// passes changes nothing in the results but their number.
    /// </summary>
    public ImmutableArray<RememberedCase> Remembered { get; init; } = [];

    /// <summary>
    /// For how many rules of a profile that few cases test the results have a case to remember, 0 or more. Each is
    /// executed once more after the others, and changes nothing else.
    /// </summary>
    public int MostRareCases { get; init; }

    /// <summary>
    /// Whether the run ends at the first failure, whichever thread found it: no case after it counts, and no further
    /// profile is begun. What is known to be broken ends nothing.
    /// </summary>
    public bool FailFast { get; init; }

    /// <summary>
    /// How long cases may be drawn, more than 0; null for as long as it takes. Each profile gets an equal part of what
    /// is left. How many cases are run then depends on the machine, and nothing else does. To make a failure small
    /// takes time of its own.
    /// </summary>
    public TimeSpan? Budget { get; init; }

    /// <summary>Whether failing cases are made small. Without it the first failing case is reported as found.</summary>
    public bool Shrink { get; init; } = true;
}
