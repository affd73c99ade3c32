using DhpConformance.Engine.Results;
using DhpConformance.Reporting;

namespace DhpConformance.Tests.Reporting;

/// <summary>However much went wrong, the page opens.</summary>
public sealed class LargeRunTests
{
    [Fact]
    public void Ten_thousand_cases_with_a_failure_of_every_rule_in_every_profile_stay_small()
    {
        var run = LargeRun.Results;
        Assert.True(run.Footer.Cases >= 10_000);
        Assert.True(run.Footer.Rules >= 500);
        var html = run.As(ReportFormat.Html);
        Assert.InRange(html.Length, 500_000, 5_000_000);
        Assert.Contains("Steps without diagrams, to limit the size of this page", html, StringComparison.Ordinal);
    }
}

/// <summary>A run in which all testable rules of all profiles fail.</summary>
internal static class LargeRun
{
    public static RunResults Results
    {
        get
        {
            var run = SampleRuns.Failing;
            var some = run.Profiles[^1].Failures;
            return SampleRuns.Of(run, [.. run.Profiles.Select(profile => profile with
            {
                Cases = 10_000,
                Verdict = Verdict.Fail,
                Rules = [.. profile.Rules.Select(Broken)],
                Failures =
                [
                    .. profile.Rules.Select(Broken).Where(rule => rule.Verdict == Verdict.Fail)
                        .Select((rule, i) => some[i % some.Length] with { Rule = rule.Rule }),
                ],
            })]) with { Settings = run.Settings with { Cases = 10_000 } };
        }
    }

    private static RuleResult Broken(RuleResult rule) =>
        rule.Verdict is Verdict.NotApplicable or Verdict.NotTestable ? rule : rule with { Verdict = Verdict.Fail };
}
