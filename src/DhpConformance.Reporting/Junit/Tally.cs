using DhpConformance.Engine.Results;

namespace DhpConformance.Reporting.Junit;

/// <summary>How many tests a suite holds, and how many of them did not pass.</summary>
internal readonly record struct Tally(int Tests, int Failures, int Errors, int Skipped)
{
    /// <summary>A suite of one test, which is an error.</summary>
    public static Tally OneError => new(1, 0, 1, 0);

    /// <summary>The suite of a profile: a test for each rule, and for each time the implementation broke.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="isKnown">Whether a rule was known to be broken.</param>
    public static Tally Of(ProfileResult profile, Func<string, bool> isKnown)
    {
        var broken = profile.Rules.Where(rule => rule.Verdict == Verdict.Fail).ToLookup(rule => isKnown(rule.Rule));
        var broke = profile.Failures.Count(failure => failure.Rule is null);
        return new(
            profile.Rules.Length + broke,
            broken[false].Count(),
            profile.Rules.Count(rule => rule.Verdict is Verdict.Error or Verdict.Inconclusive) + broke,
            profile.Rules.Count(rule => !rule.Verdict.IsJudged())
                + broken[true].Count());
    }

    /// <summary>All of them together.</summary>
    public static Tally Sum(IEnumerable<Tally> tallies) => tallies.Aggregate(default(Tally), (sum, one) => new(
        sum.Tests + one.Tests, sum.Failures + one.Failures, sum.Errors + one.Errors, sum.Skipped + one.Skipped));
}
