using System.Collections.Immutable;
using DhpConformance.Engine.Results;

namespace DhpConformance.Reporting.Comparison;

/// <summary>A rule that stands otherwise than it did, in these profiles.</summary>
/// <param name="Rule">Its id.</param>
/// <param name="Before">How it stood; null if it was not run.</param>
/// <param name="After">How it stands now; null if it is not run any more.</param>
/// <param name="Profiles">Where.</param>
public sealed record RuleChange(string Rule, Verdict? Before, Verdict? After, ImmutableArray<string> Profiles)
{
    /// <summary>Whether it is worse, better or just different.</summary>
    public ChangeKind Kind => Goodness(After) < Goodness(Before) ? ChangeKind.Regression
        : Goodness(After) > Goodness(Before) ? ChangeKind.Improvement
        : ChangeKind.Other;

    // A rule that is no longer claimed, judged or run is a regression, though it is not broken.
    private static int Goodness(Verdict? verdict) => verdict switch
    {
        Verdict.Fail => 0,
        Verdict.Error => 1,
        Verdict.Inconclusive => 2,
        Verdict.Pass => 4,
        _ => 3,
    };
}

/// <summary>The kinds of change, in the order of the report.</summary>
public enum ChangeKind
{
    /// <summary>It is worse than it was.</summary>
    Regression,

    /// <summary>It is better than it was.</summary>
    Improvement,

    /// <summary>It is different.</summary>
    Other,
}
