using DhpConformance.Engine.Results;

namespace DhpConformance.Reporting.Junit;

/// <summary>How many tests a suite holds, and how many of them did not pass.</summary>
internal readonly record struct Tally(int Tests, int Failures, int Errors, int Skipped)
{
    /// <summary>A suite of one test, which is an error.</summary>
    public static Tally OneError => new(1, 0, 1, 0);

    /// <summary>The suite of a profile: a test for each rule, and for each time the implementation broke.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="isExcused">Whether a rule was known to be broken, or is behind one that was.</param>
    public static Tally Of(ProfileResult profile, Func<RuleResult, bool> isExcused)
    {
        var counted = profile.Rules.Where(rule => !isExcused(rule)).ToLookup(rule => rule.Verdict);
        var broke = profile.Failures.Count(failure => failure.Rule is null);
        var (failures, errors) =
            (counted[Verdict.Fail].Count(), counted[Verdict.Error].Concat(counted[Verdict.Inconclusive]).Count());
        return new(
            profile.Rules.Length + broke,
            failures,
            errors + broke,
            profile.Rules.Length - failures - errors - counted[Verdict.Pass].Count());
    }

    /// <summary>All of them together.</summary>
    public static Tally Sum(IEnumerable<Tally> tallies) => tallies.Aggregate(default(Tally), (sum, one) => new(
        sum.Tests + one.Tests, sum.Failures + one.Failures, sum.Errors + one.Errors, sum.Skipped + one.Skipped));
}
