using System.Collections.Immutable;
using DhpConformance.Engine;
using DhpConformance.Engine.Results;
using DhpConformance.Reporting;

namespace DhpConformance.Tests.Reporting;

/// <summary>Results that contradict themselves are refused, whatever else they say.</summary>
public sealed class ContradictionTests
{
    private static readonly ProfileResult Passing = SampleRuns.Passing.Profiles[0];
    private static readonly ProfileResult Failing = SampleRuns.Failing.Profiles[0];

    [Fact]
    public void Runs_of_every_sort_contradict_nothing() => Assert.All(
        [SampleRuns.Passing, SampleRuns.Failing, SampleRuns.Broken, SampleRuns.Interrupted],
        run => Reports.Read(run.AsJson()));

    [Fact]
    public void A_profile_that_is_listed_twice_is_refused() =>
        Refused(SampleRuns.Of(SampleRuns.Passing, Passing, Passing), "the profile windows-2000 is listed twice");

    [Fact]
    public void A_failure_that_is_known_twice_is_refused() => Refused(
        SampleRuns.Passing with
        {
            Implementation = SampleRuns.Passing.Implementation with
            {
                KnownFailures = [new("ADD-01", "old", "https://a"), new("ADD-01", "new", "https://b")],
            },
        },
        "it knows of the failure of ADD-01 twice");

    [Fact]
    public void Two_remarks_on_a_rule_are_refused() => Refused(
        SampleRuns.Passing with
        {
            Implementation = SampleRuns.Passing.Implementation with
            {
                Notes = [new("ADD-01", "theirs"), new("ADD-01", "ours")],
            },
        },
        "it has two remarks on the rule ADD-01");

    [Fact]
    public void A_rule_that_is_listed_twice_is_refused() =>
        Refused(Rules(Passing.Rules.Add(Passing.Rules[0])), $"lists the rule {Passing.Rules[0].Rule} twice");

    [Fact]
    public void A_rule_that_there_is_not_is_refused() => Refused(
        Rules(Passing.Rules.Add(new("XYZ-99", Verdict.Pass, 100))), "lists the rule XYZ-99, and it is of version");

    [Fact]
    public void A_rule_that_is_missing_is_refused() =>
        Refused(Rules(Passing.Rules.RemoveAt(3)), $"lists no verdict on the rule {Passing.Rules[3].Rule}");

    [Fact]
    public void A_rule_that_was_not_asked_for_is_refused() => Refused(
        SampleRuns.Passing with { Settings = SampleRuns.Passing.Settings with { Rules = [Passing.Rules[0].Rule] } },
        "which was not asked for");

    [Fact]
    public void A_rule_that_fails_without_a_failure_is_refused() => Refused(
        Run(Failing with { Failures = Failing.Failures.RemoveAt(0) }, SampleRuns.Failing),
        "no failure of it is listed");

    [Fact]
    public void A_failure_of_a_rule_that_passes_is_refused()
    {
        var broken = Failing.Rules.First(rule => rule.Verdict == Verdict.Fail);
        var rules = Failing.Rules.Replace(broken, broken with { Verdict = Verdict.Pass });
        Refused(Run(Failing with { Rules = rules }, SampleRuns.Failing), "a failure of it is listed");
    }

    [Theory]
    [InlineData(Verdict.Fail)]
    [InlineData(Verdict.Error)]
    [InlineData(Verdict.Inconclusive)]
    public void A_verdict_that_does_not_follow_is_refused(Verdict verdict) =>
        Refused(Run(Passing with { Verdict = verdict }, SampleRuns.Passing), "and its rules say pass");

    [Fact]
    public void A_profile_that_was_cut_short_and_is_said_to_pass_is_refused() => Refused(
        Run(Passing with { Cases = 5, Lengths = [new(50, 5)], Sizes = null }, SampleRuns.Passing),
        "is said to be pass, and its rules say inconclusive");

    [Fact]
    public void A_profile_that_was_cut_short_and_does_not_say_why_is_refused() => Refused(
        Run(Failing with { Cases = Failing.Cases - 1, EndedEarly = 0, Lengths = [] }, SampleRuns.Failing),
        "cases, and nothing says why.");

    [Fact]
    public void A_headline_that_calls_a_failing_profile_conformant_is_refused() => Refused(
        Run(Failing with { Headline = Passing.Headline }, SampleRuns.Failing), "the headline of windows-2000");

    [Fact]
    public void A_headline_that_calls_a_passing_profile_not_conformant_is_refused() => Refused(
        Run(Passing with { Headline = Failing.Headline }, SampleRuns.Passing), "the headline of windows-2000");

    private static RunResults Rules(ImmutableArray<RuleResult> rules) =>
        Run(Passing with { Rules = rules }, SampleRuns.Passing);

    private static RunResults Run(ProfileResult profile, RunResults results) => SampleRuns.Of(results, profile);

    private static void Refused(RunResults results, string why) => Assert.Contains(
        why,
        Assert.Throws<UnusableFileException>(() => Reports.Read(results.AsJson())).Message,
        StringComparison.Ordinal);
}
