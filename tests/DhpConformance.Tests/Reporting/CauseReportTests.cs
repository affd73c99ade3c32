using System.Net;
using System.Text.Json.Nodes;
using DhpConformance.Cli.Output;
using DhpConformance.Engine.Results;
using DhpConformance.Reporting;

namespace DhpConformance.Tests.Reporting;

/// <summary>Who lists a known failure copies the signature of its cause from wherever the failure is shown.</summary>
public sealed class CauseReportTests
{
    private static readonly RunResults Run = SampleRuns.Failing;

    // A comment of a code host has room for some rules alone; the signature is as it is written there.
    [Theory]
    [InlineData(ReportFormat.Html)]
    [InlineData(ReportFormat.Markdown)]
    [InlineData(ReportFormat.Junit)]
    public void Every_report_shows_the_signature(ReportFormat format)
    {
        var shown = WebUtility.HtmlDecode(Run.As(format));
        Assert.All(
            Run.Profiles[0].Failures.Take(10),
            failure => Assert.Contains(failure.Cause!, shown, StringComparison.Ordinal));
    }

    [Fact]
    public void A_code_host_is_told_of_it_as_a_property()
    {
        var found = JsonNode.Parse(Run.As(ReportFormat.Sarif))!["runs"]![0]!["results"]!.AsArray()
            .Where(one => (string?)one!["kind"] == "fail")
            .Select(one => (string?)one!["properties"]!["cause"]);
        Assert.Equal(
            Run.Profiles.SelectMany(profile => profile.Failures).Select(failure => failure.Cause).Order(),
            found.Order());
    }

    [Fact]
    public void The_page_shows_those_of_other_causes()
    {
        var other = new OtherCause(7, 3, "the state", "running", "stopped") { Cause = "hot-add; the state; running" };
        var profile = Run.Profiles[0];
        var failures = profile.Failures.SetItem(0, profile.Failures[0] with { Others = [other] });
        var page = SampleRuns.Of(Run, profile with { Failures = failures }).As(ReportFormat.Html);
        Assert.Contains("<code>hot-add; the state; running</code>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_console_shows_it() => Assert.All(
        Run.Profiles[0].Failures,
        failure => Assert.Contains(
            $"  Cause: {failure.Cause}", FailureText.Lines(Run.Profiles[0], failure, "dhp replay x.ndjson")));

    [Theory]
    [InlineData(ReportFormat.Html, "Signature of the cause")]
    [InlineData(ReportFormat.Markdown, "Cause: ")]
    [InlineData(ReportFormat.Junit, "  cause ")]
    [InlineData(ReportFormat.Sarif, "\"cause\"")]
    public void What_breaks_no_rule_has_none(ReportFormat format, string mark)
    {
        Assert.Contains(mark, Run.As(format), StringComparison.Ordinal);
        Assert.DoesNotContain(mark, SampleRuns.Broken.As(format), StringComparison.Ordinal);
    }
}
