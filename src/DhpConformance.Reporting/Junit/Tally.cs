using DhpConformance.Engine.Results;

namespace DhpConformance.Reporting.Junit;

/// <summary>How many tests a suite holds, and how many of them did not pass.</summary>
internal readonly record struct Tally(int Tests, int Failures, int Errors, int Skipped)
{
    /// <summary>A suite of one test, which is an error.</summary>
    public static Tally OneError => new(1, 0, 1, 0);

    /// <summary>The suite of a profile: a test for each rule, and for each time the implementation broke.</summary>
    public static Tally Of(ProfileResult profile)
    {
        var broke = profile.Failures.Count(failure => failure.Rule is null);
        return new(
            profile.Rules.Length + broke,
            profile.Rules.Count(rule => rule.Verdict == Verdict.Fail),
            profile.Rules.Count(rule => rule.Verdict is Verdict.Error or Verdict.Inconclusive) + broke,
            profile.Rules.Count(rule => rule.Verdict is Verdict.NotClaimed or Verdict.NotTestable));
    }

    /// <summary>All of them together.</summary>
    public static Tally Sum(IEnumerable<Tally> tallies) => tallies.Aggregate(default(Tally), (sum, one) => new(
        sum.Tests + one.Tests, sum.Failures + one.Failures, sum.Errors + one.Errors, sum.Skipped + one.Skipped));
}
