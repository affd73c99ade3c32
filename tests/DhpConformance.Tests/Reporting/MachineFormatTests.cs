using System.Text.Json.Nodes;
using System.Xml.Linq;
using DhpConformance.Engine.Results;
using DhpConformance.Reporting;

namespace DhpConformance.Tests.Reporting;

public sealed class MachineFormatTests
{
    [Fact]
    public void Junit_of_a_failing_rule_tells_the_sequence()
    {
        var failure = XDocument.Parse(SampleRuns.Failing.As(ReportFormat.Junit)).Descendants("failure").First();
        Assert.Contains("expected", (string)failure.Attribute("message")!, StringComparison.Ordinal);
        Assert.Contains("\n1. ", failure.Value, StringComparison.Ordinal);
        Assert.Contains("dhp replay failures/", failure.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Junit_of_an_interrupted_run_has_an_error() => Assert.Contains(
        XDocument.Parse(SampleRuns.Interrupted.As(ReportFormat.Junit)).Descendants("error"),
        error => (string?)error.Attribute("type") == "incomplete");

    [Fact]
    public void Junit_of_an_inconclusive_rule_is_not_green()
    {
        var run = SampleRuns.Passing;
        var rule = run.Profiles[0].Rules[0] with { Verdict = Verdict.Inconclusive, Reason = "Too seldom." };
        var rules = run.Profiles[0].Rules.SetItem(0, rule);
        var profile = run.Profiles[0] with { Rules = rules, Verdict = Verdict.Inconclusive };
        var junit = XDocument.Parse(SampleRuns.Of(run, profile).As(ReportFormat.Junit));
        var error = Assert.Single(junit.Descendants("error"));
        Assert.Equal("inconclusive: Too seldom.", (string?)error.Attribute("message"));
    }

    [Fact]
    public void A_badge_says_it_in_a_word()
    {
        Assert.Equal("conformant to all 8 profiles", Badge(SampleRuns.Passing, "message"));
        Assert.Equal("not conformant", Badge(SampleRuns.Failing, "message"));
        Assert.Equal("red", Badge(SampleRuns.Failing, "color"));
        Assert.Equal("incomplete", Badge(SampleRuns.Interrupted, "message"));
    }

    [Fact]
    public void A_badge_of_a_run_that_failed_and_was_cut_short_says_both()
    {
        var run = SampleRuns.Failing;
        var cut = run with { Footer = run.Footer with { Complete = false } };
        Assert.Equal(("not conformant, incomplete", "red"), (Badge(cut, "message"), Badge(cut, "color")));
    }

    [Fact]
    public void Sarif_has_a_result_for_each_broken_rule_and_points_at_its_replay_file()
    {
        var run = JsonNode.Parse(SampleRuns.Failing.As(ReportFormat.Sarif))!["runs"]![0]!;
        var failing = run["results"]!.AsArray().Where(result => (string?)result!["kind"] == "fail").ToList();
        Assert.Equal(SampleRuns.Failing.Footer.Failures, failing.Count);
        Assert.All(failing, result => Assert.StartsWith(
            $"failures/{result!["ruleId"]}-windows",
            (string?)result["locations"]![0]!["physicalLocation"]!["artifactLocation"]!["uri"],
            StringComparison.Ordinal));
        Assert.All(run["results"]!.AsArray(), result => Assert.Equal(
            (string?)result!["ruleId"],
            (string?)run["tool"]!["driver"]!["rules"]![(int)result["ruleIndex"]!]!["id"]));
    }

    [Fact]
    public void Sarif_of_an_interrupted_run_was_not_successful()
    {
        var run = JsonNode.Parse(SampleRuns.Interrupted.As(ReportFormat.Sarif))!["runs"]![0]!;
        Assert.False((bool)run["invocations"]![0]!["executionSuccessful"]!);
    }

    [Fact]
    public void Markdown_begins_with_the_conclusion()
    {
        Assert.Equal("## Conformant", FirstLine(SampleRuns.Passing));
        Assert.Equal("## Not conformant", FirstLine(SampleRuns.Failing));
        Assert.Equal("## Incomplete", FirstLine(SampleRuns.Interrupted));
    }

    private static string FirstLine(RunResults run) => run.As(ReportFormat.Markdown).Split('\n')[0];

    private static string? Badge(RunResults run, string member) =>
        (string?)JsonNode.Parse(run.As(ReportFormat.Badge))![member];
}
