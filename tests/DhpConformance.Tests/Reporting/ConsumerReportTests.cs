using System.Collections.Concurrent;
using System.Xml.Linq;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Consumers;
using DhpConformance.Engine.Results;
using DhpConformance.Reference.Consumers;
using DhpConformance.Reporting;
using DhpConformance.Reporting.Consumers;

namespace DhpConformance.Tests.Reporting;

/// <summary>What a run that judged a driver or an application leaves behind.</summary>
public sealed class ConsumerReportTests
{
    private static readonly ConcurrentDictionary<string, ConsumerResults> Made = [];

    public static TheoryData<string> Runs { get; } = ["disk", "sized-by-active-count", "hostile", "brief"];

    [Theory]
    [MemberData(nameof(Runs))]
    public void Junit_fits_its_schema_and_counts_what_it_holds(string run)
    {
        var report = XDocument.Parse(Text(run, ReportFormat.Junit));
        Assert.Empty(JunitTests.Problems(report));
        var tests = report.Descendants("testcase").ToList();
        foreach (var suite in report.Root!.Elements("testsuite").Append(report.Root))
        {
            Assert.Equal(tests.Count, (int)suite.Attribute("tests")!);
            Assert.Equal(suite.Descendants("failure").Count(), (int)suite.Attribute("failures")!);
            Assert.Equal(suite.Descendants("error").Count(), (int)suite.Attribute("errors")!);
            Assert.Equal(suite.Descendants("skipped").Count(), (int)suite.Attribute("skipped")!);
        }

        Assert.Distinct(tests.Select(test => (string)test.Attribute("name")!));
    }

    [Theory]
    [InlineData("disk", Verdict.Pass, "Conformant")]
    [InlineData("sized-by-active-count", Verdict.Fail, "Not conformant")]
    [InlineData("hostile", Verdict.Error, "Not judged (error)")]
    [InlineData("brief", Verdict.Inconclusive, "Not judged (inconclusive)")]
    public void Every_format_has_the_verdict(string run, Verdict verdict, string said)
    {
        Assert.Equal(verdict, Of(run).Verdict);
        Assert.Contains(
            $"verdict {Words.Of(verdict)}\">{said}<", Text(run, ReportFormat.Html), StringComparison.Ordinal);
        Assert.Contains(Of(run).Headline, Text(run, ReportFormat.Markdown), StringComparison.Ordinal);
        var junit = XDocument.Parse(Text(run, ReportFormat.Junit)).Root!;
        Assert.Equal(verdict == Verdict.Fail, (int)junit.Attribute("failures")! > 0);
        var undecided = Of(run).Rules.Count(rule => rule.Verdict == Verdict.Inconclusive);
        Assert.Equal(undecided + (verdict == Verdict.Error ? 1 : 0), (int)junit.Attribute("errors")!);
    }

    [Fact]
    public void A_failure_shows_what_the_consumer_had_after_each_step()
    {
        var failure = Assert.Single(Of("sized-by-active-count").Failures);
        Assert.Equal(failure.Steps.Length + 1, failure.Timeline.Length);
        var (before, after) = (failure.Timeline[0].After, failure.Timeline[^1].After);
        Assert.DoesNotContain(before.Processors, use => use.IsAdded);
        Assert.Contains(after.Processors, use => use.IsAdded);
        var page = Text("sized-by-active-count", ReportFormat.Html);
        Assert.Contains("added · ", System.Net.WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("added changed\"", page, StringComparison.Ordinal);
        Assert.Contains(failure.Observed, page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_log_ends_where_the_rule_is_broken() =>
        Assert.EndsWith(
            "   <- here", Of("sized-by-active-count").Failures[0].Timeline[^1].Log[^1], StringComparison.Ordinal);

    [Fact]
    public void Processors_with_the_same_use_are_drawn_together()
    {
        var places = Enumerable.Range(0, 300).Select(one => new ProcessorPlace(one / 64, one % 64));
        var machine = ConsumerMachine.Usual with { Processors = [.. places], Maximum = 320 };
        var replay = new ConsumerReplay("consumer", "", machine, [new AddProcessor(4, 44)]);
        var failure = ConsumerSuite.Replay(Find("sized-by-active-count"), replay);
        var uses = failure!.Timeline[^1].After.Processors;
        Assert.True(uses.Length < 20, $"{uses.Length} uses");
        Assert.Equal(301, uses.Sum(use => use.Last - use.First + 1));
    }

    [Fact]
    public void Hostile_text_stays_text()
    {
        var page = Text("hostile", ReportFormat.Html);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert", page, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', Text("hostile", ReportFormat.Markdown));
    }

    [Fact]
    public void The_same_results_give_the_same_reports() => Assert.All(
        ConsumerReports.Formats,
        format => Assert.Equal(Text("disk", format), Text("disk", format)));

    [Fact]
    public void There_is_no_badge_of_a_consumer() => Assert.Throws<ArgumentOutOfRangeException>(
        () => ConsumerReports.Text(Of("disk"), ReportFormat.Badge));

    private static string Text(string run, ReportFormat format) => ConsumerReports.Text(Of(run), format);

    private static ConsumerResults Of(string run) => Made.GetOrAdd(run, name => ConsumerSuite.Run(
        name == "hostile" ? () => new Hostile() : Find(name == "brief" ? "disk" : name),
        new() { Source = name, Cases = name == "brief" ? 3 : 400 }));

    private static Func<IConsumerUnderTest> Find(string name) => ReferenceConsumers.Right
        .Concat(ReferenceConsumers.Mutants).Single(one => one.Name == name).Create;

    private sealed class Hostile : IConsumerUnderTest
    {
        public ConsumerDescription Describe() =>
            new("<script>alert(1)</script>\u001b[2J", "1", ConsumerRole.Driver, []);

        public ConsumerAnswer On(ConsumerEvent happening, IOperatingSystem system) => null!;

        public void Dispose()
        {
        }
    }
}
