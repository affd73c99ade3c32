using DhpConformance.Engine.Results;
using DhpConformance.Engine.Scopes;
using DhpConformance.Reporting;
using DhpConformance.Reporting.Comparison;
using DhpConformance.Tests.Engine.Scopes;

namespace DhpConformance.Tests.Reporting;

public sealed class ComparisonTests
{
    private static readonly RunResults Before =
        SampleRuns.Passing with { Implementation = SampleRuns.Failing.Implementation with { Version = "2.2.0" } };

    [Fact]
    public void What_got_worse_comes_first_and_what_fails_before_all()
    {
        var changes = Assert.Single(Compare(("old", Before), ("new", SampleRuns.Failing)).Changes).Changes;
        Assert.Equal(ChangeKind.Regression, changes[0].Kind);
        Assert.Equal(Verdict.Fail, changes[0].After);
        Assert.Equal(changes.Select(change => change.Kind).Order(), changes.Select(change => change.Kind));
    }

    [Fact]
    public void The_other_way_round_it_got_better() => Assert.All(
        Assert.Single(Compare(("old", SampleRuns.Failing), ("new", Before)).Changes).Changes,
        change => Assert.Equal(ChangeKind.Improvement, change.Kind));

    [Fact]
    public void The_same_run_twice_has_no_change()
    {
        var comparison = Compare(("one", Before), ("two", Before));
        Assert.Empty(Assert.Single(comparison.Changes).Changes);
        Assert.Empty(comparison.Differing);
        Assert.Empty(comparison.Cautions);
    }

    [Fact]
    public void Other_implementations_stand_side_by_side_without_a_before()
    {
        var comparison = Compare(("a", SampleRuns.Passing), ("b", SampleRuns.Failing));
        Assert.Empty(comparison.Changes);
        Assert.Contains("REP-01", comparison.Differing);
        Assert.Equal(Verdict.Fail, comparison.Verdict("REP-01", 1));
        Assert.Equal((4, 8), comparison.Share("REP-01", 1));
    }

    [Fact]
    public void A_rule_that_is_run_no_more_is_told()
    {
        var profile = Before.Profiles[0];
        var fewer = SampleRuns.Of(Before, profile with { Rules = profile.Rules[1..] });
        var changes = Assert.Single(Compare(("old", SampleRuns.Of(Before, profile)), ("new", fewer)).Changes).Changes;
        var change = Assert.Single(changes);
        Assert.Equal(("TOP-01", Verdict.Pass, null), (change.Rule, change.Before, change.After));
        Assert.Equal(profile.Profile.Name, Assert.Single(change.Profiles));
        Assert.Equal(ChangeKind.Regression, change.Kind);
    }

    [Fact]
    public void A_profile_that_one_run_was_not_about_is_cautioned_against_and_no_regression()
    {
        var comparison = Compare(("all", Before), ("one", SampleRuns.Of(Before, Before.Profiles[0])));
        Assert.Empty(Assert.Single(comparison.Changes).Changes);
        Assert.Equal(
            "The runs have different profiles. Profiles that only one of two runs has are not compared.",
            Assert.Single(comparison.Cautions));
    }

    [Fact]
    public void A_run_through_a_scope_beside_one_that_drew_cases_is_cautioned_against()
    {
        var exhaustive = Before with { Settings = Before.Settings with { Scope = TinyScope.Definition } };
        var again = exhaustive with { Settings = Before.Settings with { Scope = ScopeFile.Parse(TinyScope.Json) } };
        Assert.Empty(Compare(("one", exhaustive), ("two", again)).Cautions);
        Assert.Equal(
            "The runs explored different scopes, or some of them generated cases: "
                + "a run may test rules that another cannot.",
            Assert.Single(Compare(("one", Before), ("two", exhaustive)).Cautions));
    }

    [Fact]
    public void An_interrupted_run_is_cautioned_against() => Assert.Contains(
        "run 3 is INCOMPLETE: The run was interrupted.",
        Compare(("run 1", SampleRuns.Passing), ("run 3", SampleRuns.Interrupted)).Cautions);

    [Fact]
    public void Other_settings_are_cautioned_against() => Assert.Contains(
        Compare(("a", SampleRuns.Passing), ("b", SampleRuns.Failing)).Cautions,
        caution => caution.StartsWith("The runs differ in seed, cases or length", StringComparison.Ordinal));

    [Fact]
    public void Fewer_than_two_runs_are_no_comparison() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Compare(("a", SampleRuns.Passing)));

    [Fact]
    public void There_is_no_comparison_as_a_badge() => Assert.Throws<ArgumentOutOfRangeException>(() =>
        Reports.Compare([new("a", Before), new("b", Before)], ReportFormat.Badge, TextWriter.Null));

    private static RunComparison Compare(params (string Label, RunResults Results)[] runs) => Reports.Compare(
        [.. runs.Select(run => new ComparedRun(run.Label, run.Results))], ReportFormat.Html, TextWriter.Null);
}
