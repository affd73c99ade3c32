using System.Collections.Immutable;
using DhpConformance.Abstractions;

namespace DhpConformance.Engine.Concurrency;

/// <summary>What a run with several clients does.</summary>
public sealed record ConcurrentSuiteOptions
{
    /// <summary>How many cases there are for each profile if nobody says.</summary>
    public const int DefaultCases = 100;

    /// <summary>Fewest clients.</summary>
    public const int FewestClients = 2;

    /// <summary>Most clients.</summary>
    public const int MostClients = 4;

    /// <summary>How the implementation is reached, for histories.</summary>
    public string Source { get; init; } = "";

    /// <summary>The version of the suite, for histories.</summary>
    public string Suite { get; init; } = "";

    /// <summary>The profiles that are judged.</summary>
    public required ImmutableArray<Profile> Profiles { get; init; }

    /// <summary>How many clients ask at once, 2 to 4.</summary>
    public int Clients { get; init; } = 3;

    /// <summary>How many cases there are for each profile, 1 or more.</summary>
    public int Cases { get; init; } = DefaultCases;

    /// <summary>How many rounds a case has, 1 or more.</summary>
    public int Rounds { get; init; } = 10;

    /// <summary>
    /// After how many cases that fail no more are run, 1 or more: several give a short history to each rule.
    /// </summary>
    public int MostFailingCases { get; init; } = 10;

    /// <summary>Whether clients die while they ask, and answers are lost, now and then.</summary>
    public bool Mishaps { get; init; } = true;

    /// <summary>A rule after whose first failure no more cases are run; null for none.</summary>
    public string? Until { get; init; }

    /// <summary>
    /// Whether a failure shows only the calls that it needs. Without it all calls that were recorded are shown.
    /// </summary>
    public bool Shrink { get; init; } = true;

    /// <summary>What all cases are drawn from.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How long a client may take for one answer, or a round on free threads altogether.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);
}
