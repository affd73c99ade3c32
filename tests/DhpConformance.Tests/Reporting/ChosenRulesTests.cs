using DhpConformance.Engine.Results;
using DhpConformance.Engine.Runs;
using DhpConformance.Model.Profiles;
using DhpConformance.Reference;
using DhpConformance.Reporting;
using DhpConformance.Reporting.Verdicts;

namespace DhpConformance.Tests.Reporting;

/// <summary>A run of chosen rules shows nothing about the others, and so is never called conformant.</summary>
public sealed class ChosenRulesTests
{
    private const string Profile = "windows-server-2008-x64";

    private static readonly RunResults Run = ConformanceSuite.Run(() => new ReferenceServer(), new SuiteOptions
    {
        Profiles = [ProfileCatalog.All.Single(profile => profile.Name == Profile)],
        Cases = 200,
        Rules = ["REP-01", "REP-03"],
    });

    [Fact]
    public void The_run_passes_and_is_judged_on_these_rules_alone()
    {
        Assert.Equal((Verdict.Pass, 2), (Run.Verdict, Run.Footer.Rules));
        Assert.StartsWith(
            $"NOT JUDGED (only 2 rules asked for) for {Profile}: ", Run.Profiles[0].Headline, StringComparison.Ordinal);
    }

    [Fact]
    public void The_conclusion_counts_them() => Assert.Equal(
        new("inconclusive", "2 rules asked for, kept",
            $"in {Profile}; this shows nothing about the other rules"),
        Conclusion.Of(Run));

    [Fact]
    public void What_was_not_put_to_the_test_is_not_kept()
    {
        var profile = Run.Profiles[0];
        var unclaimed = profile.Rules[0] with { Verdict = Verdict.NotClaimed, Reason = "Not claimed." };
        var run = SampleRuns.Of(Run, profile with { Rules = profile.Rules.SetItem(0, unclaimed) });
        Assert.Equal("2 rules asked for, 1 kept", Conclusion.Of(run).Word);
    }

    [Fact]
    public void One_that_is_broken_is_not_conformant() => Assert.Equal(
        "Not conformant",
        Conclusion.Of(SampleRuns.Failing with { Settings = Run.Settings }).Word);

    [Theory]
    [InlineData(ReportFormat.Html)]
    [InlineData(ReportFormat.Junit)]
    [InlineData(ReportFormat.Markdown)]
    [InlineData(ReportFormat.Badge)]
    [InlineData(ReportFormat.Sarif)]
    public void Every_format_says_that_they_were_asked_for_and_none_says_conformant(ReportFormat format)
    {
        var report = ReadBack.Of(Run.As(format), format);
        Assert.Contains("asked for", report, StringComparison.Ordinal);
        Assert.DoesNotMatch("(?i)\\bconformant\\b", report);
    }

    [Fact]
    public void A_run_of_all_rules_has_no_such_caution() => Assert.Null(ChosenRules.Of(SampleRuns.Passing).Caution);
}
