using DhpConformance.Engine.Results;
using DhpConformance.Reporting;

namespace DhpConformance.Tests.Reporting;

/// <summary>What lies in <c>reports/sample</c> is what the suite would write today.</summary>
public sealed class SampleReportTests
{
    [Fact]
    public void Results_of_a_failing_run_are_current() =>
        Approved.Matches("reports/sample/failing.json", Few(SampleRuns.Failing).AsJson());

    [Fact]
    public void The_page_of_a_passing_run_is_current() =>
        Approved.Matches("reports/sample/passing.html", SampleRuns.Passing.As(ReportFormat.Html));

    [Fact]
    public void The_page_of_an_interrupted_run_is_current() =>
        Approved.Matches("reports/sample/interrupted.html", SampleRuns.Interrupted.As(ReportFormat.Html));

    [Theory]
    [InlineData(ReportFormat.Html, "html")]
    [InlineData(ReportFormat.Junit, "xml")]
    [InlineData(ReportFormat.Markdown, "md")]
    [InlineData(ReportFormat.Sarif, "sarif")]
    [InlineData(ReportFormat.Badge, "badge.json")]
    public void Reports_of_a_failing_run_are_current(ReportFormat format, string extension) =>
        Approved.Matches($"reports/sample/failing.{extension}", Few(SampleRuns.Failing).As(format));

    [Theory]
    [InlineData(ReportFormat.Html, "html")]
    [InlineData(ReportFormat.Markdown, "md")]
    public void A_comparison_is_current(ReportFormat format, string extension)
    {
        using var writer = new StringWriter();
        var failing = SampleRuns.Failing;
        var earlier = SampleRuns.Passing with { Implementation = failing.Implementation with { Version = "2.2.0" } };
        Reports.Compare(
            [new("2.2.0.json", earlier), new("2.3.0.json", failing), new("reference.json", SampleRuns.Passing)],
            format,
            writer);
        Approved.Matches($"reports/sample/comparison.{extension}", writer.ToString());
    }

    // Results of all profiles are megabytes; those of one system of each sort tell as much.
    private static RunResults Few(RunResults results) => SampleRuns.Of(
        results, results.Profiles[0], results.Profiles[3], results.Profiles[5], results.Profiles[6]) with
    {
        Times = results.Times with { ProfileMilliseconds = [410, 470, 520, 700] },
    };
}
