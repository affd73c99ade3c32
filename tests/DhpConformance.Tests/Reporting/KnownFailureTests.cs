using System.Text.Json.Nodes;
using System.Xml.Linq;
using DhpConformance.Engine.Results;
using DhpConformance.Reporting;

namespace DhpConformance.Tests.Reporting;

/// <summary>A failure that was known before the run, in each format.</summary>
public sealed class KnownFailureTests
{
    private static readonly string Rule = SampleRuns.Failing.Profiles[0].Failures[0].Rule!;

    private static readonly RunResults Run = Knowing(Rule);

    [Fact]
    public void The_page_says_what_is_known_of_it()
    {
        var html = Run.As(ReportFormat.Html);
        Assert.Contains("Known failure</b> mended in 2.4", html, StringComparison.Ordinal);
        Assert.Contains($"{Rule} (known)", html, StringComparison.Ordinal);
        Assert.Contains("Not conformant", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Known failure", SampleRuns.Failing.As(ReportFormat.Html), StringComparison.Ordinal);
    }

    [Fact]
    public void Its_link_is_text_and_leads_nowhere() =>
        Assert.DoesNotContain("href=\"https://example.org", Run.As(ReportFormat.Html), StringComparison.Ordinal);

    [Fact]
    public void The_summary_says_it_too() =>
        Assert.Contains("Known failure: `mended in 2.4`", Run.As(ReportFormat.Markdown), StringComparison.Ordinal);

    [Fact]
    public void To_a_build_it_is_skipped_and_the_others_fail_as_before()
    {
        var before = XDocument.Parse(SampleRuns.Failing.As(ReportFormat.Junit)).Root!;
        var after = XDocument.Parse(Run.As(ReportFormat.Junit)).Root!;
        var skipped = after.Descendants("skipped")
            .Where(one => (string?)one.Attribute("type") == "known-failure").ToList();
        Assert.NotEmpty(skipped);
        Assert.All(skipped, one =>
            Assert.Contains("mended in 2.4", (string)one.Attribute("message")!, StringComparison.Ordinal));
        Assert.Equal(before.Descendants("failure").Count(), after.Descendants("failure").Count() + skipped.Count);
        Assert.Equal(after.Descendants("failure").Count(), (int)after.Attribute("failures")!);
        Assert.Equal(after.Descendants("skipped").Count(), (int)after.Attribute("skipped")!);
    }

    [Fact]
    public void To_a_code_host_it_is_suppressed_and_nothing_else_is()
    {
        var results = JsonNode.Parse(Run.As(ReportFormat.Sarif))!["runs"]![0]!["results"]!.AsArray();
        Assert.All(results, result =>
            Assert.Equal((string?)result!["ruleId"] == Rule, result["suppressions"] is not null));
        Assert.Contains(results, result => result!["suppressions"] is not null);
    }

    [Fact]
    public void Knowing_all_of_them_makes_nothing_conformant()
    {
        var rules = SampleRuns.Failing.Profiles
            .SelectMany(profile => profile.Failures).Select(one => one.Rule!).Distinct();
        var markdown = Knowing([.. rules]).As(ReportFormat.Markdown);
        Assert.Contains("## Not conformant", markdown, StringComparison.Ordinal);
        Assert.Contains("all known", markdown, StringComparison.Ordinal);
    }

    private static RunResults Knowing(params string[] rules) => SampleRuns.Failing with
    {
        Implementation = SampleRuns.Failing.Implementation with
        {
            KnownFailures = [.. rules.Select(rule => new KnownFailure(rule, "mended in 2.4", "https://example.org/7"))],
        },
    };
}
