using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using DhpConformance.Abstractions;
using DhpConformance.Engine;
using DhpConformance.Engine.Concurrency;
using DhpConformance.Engine.Profiles;
using DhpConformance.Engine.Results;
using DhpConformance.Reference;
using DhpConformance.Reference.Mutants;
using DhpConformance.Reporting;
using DhpConformance.Reporting.Clients;
using DhpConformance.Tests.Hosting.Protocol;

namespace DhpConformance.Tests.Reporting;

/// <summary>What a run with several clients leaves behind.</summary>
public sealed class ClientsReportTests
{
    // A run takes seconds, and is the same each time.
    private static readonly ConcurrentDictionary<string, ConcurrentResults> Made = [];

    public static TheoryData<string> Runs { get; } = ["passing", "failing", "deadlocked", "broken", "brief", "hostile"];

    [Theory]
    [MemberData(nameof(Runs))]
    public void Results_fit_their_schema(string run) =>
        Assert.True(Schema.OfClients().Accepts(JsonNode.Parse(ConcurrentResultsFile.Text(Of(run)))));

    [Theory]
    [InlineData("clients")]
    [InlineData("profiles")]
    public void Results_that_miss_something_do_not_fit(string member)
    {
        var results = JsonNode.Parse(ConcurrentResultsFile.Text(Of("failing")))!.AsObject();
        results.Remove(member);
        Assert.False(Schema.OfClients().Accepts(results));
    }

    [Fact]
    public void Results_tell_the_calls_that_are_shown_from_those_that_the_file_has()
    {
        var results = JsonNode.Parse(ConcurrentResultsFile.Text(Of("failing")))!;
        var failures = results["profiles"]!.AsArray().SelectMany(profile => profile!["failures"]!.AsArray()).ToList();
        Assert.Contains(failures, failure => failure!["shown"]!.AsArray().Count < (int)failure["calls"]!);
        Assert.All(failures, failure =>
        {
            var shown = Numbers(failure!["shown"]!);
            Assert.Subset(shown, Numbers(failure["order"]!));
            Assert.Subset(shown, failure["misfits"]!.AsArray().Select(misfit => (int)misfit!["call"]!).ToHashSet());
        });

        static HashSet<int> Numbers(JsonNode calls) => [.. calls.AsArray().Select(call => (int)call!)];
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void Junit_fits_its_schema_and_counts_what_it_holds(string run)
    {
        var report = XDocument.Parse(Text(run, ReportFormat.Junit));
        Assert.Empty(JunitTests.Problems(report));
        foreach (var suite in report.Root!.Elements("testsuite").Append(report.Root))
        {
            Assert.Equal(suite.Descendants("testcase").Count(), (int)suite.Attribute("tests")!);
            Assert.Equal(suite.Descendants("failure").Count(), (int)suite.Attribute("failures")!);
            Assert.Equal(suite.Descendants("error").Count(), (int)suite.Attribute("errors")!);
        }
    }

    [Theory]
    [InlineData("passing", Verdict.Pass)]
    [InlineData("failing", Verdict.Fail)]
    [InlineData("deadlocked", Verdict.Fail)]
    [InlineData("broken", Verdict.Error)]
    [InlineData("brief", Verdict.Inconclusive)]
    public void Every_format_has_the_verdict(string run, Verdict verdict)
    {
        Assert.Equal(verdict, Of(run).Verdict);
        Assert.Contains($"verdict {Words.Of(verdict)}\"", Text(run, ReportFormat.Html), StringComparison.Ordinal);
        Assert.StartsWith($"## {Words.Of(verdict)}\n", Text(run, ReportFormat.Markdown), StringComparison.Ordinal);
        var junit = XDocument.Parse(Text(run, ReportFormat.Junit)).Root!;
        Assert.Equal(verdict == Verdict.Fail, (int)junit.Attribute("failures")! > 0);
        Assert.Equal(verdict is Verdict.Error or Verdict.Inconclusive, (int)junit.Attribute("errors")! > 0);
    }

    [Fact]
    public void Lanes_show_each_call_that_explains_the_failure_and_mark_those_that_fit_nowhere()
    {
        var failure = Of("failing").Profiles[0].Failures[0];
        var page = Text("failing", ReportFormat.Html);
        Assert.All(failure.Result!.Stuck, stuck => Assert.Contains(
            $">{stuck.Call.Number} ✗</text>", System.Net.WebUtility.HtmlDecode(page), StringComparison.Ordinal));
        Assert.Contains("Intervals of ", page, StringComparison.Ordinal);
        Assert.Contains("The longest right order takes in ", page, StringComparison.Ordinal);
        Assert.Contains("<dd>refused (in use)</dd>", page, StringComparison.Ordinal);
        Assert.Contains("    client 0  ", Text("failing", ReportFormat.Markdown), StringComparison.Ordinal);
    }

    [Fact]
    public void Calls_without_an_answer_are_marked()
    {
        var failure = Of("deadlocked").Profiles[0].Failures.Single(one => one.Rule == "LIN-10");
        var page = System.Net.WebUtility.HtmlDecode(Text("deadlocked", ReportFormat.Html));
        Assert.All(failure.History.Calls.Where(call => call.Ended is null), call => Assert.Contains(
            $">{call.Number} ✗</text>", page, StringComparison.Ordinal));
        Assert.DoesNotContain("The longest right order", page, StringComparison.Ordinal);
    }

    [Fact]
    public void What_an_implementation_says_of_itself_is_no_markup()
    {
        Assert.DoesNotContain("<script>alert", Text("hostile", ReportFormat.Html), StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert", Text("hostile", ReportFormat.Html), StringComparison.Ordinal);
    }

    [Fact]
    public void Overlaps_that_were_too_few_are_counted()
    {
        var rule = Of("brief").Profiles[0].Rules.First(one => one.Verdict == Verdict.Inconclusive);
        Assert.EndsWith("put it to the test, and 10 are needed.", rule.Reason, StringComparison.Ordinal);
        Assert.Contains(rule.Reason!, Text("brief", ReportFormat.Markdown), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_run_gives_the_same_results()
    {
        Assert.Equal(ConcurrentResultsFile.Text(Of("failing")), ConcurrentResultsFile.Text(Of("failing")));
        Assert.Equal(Text("failing", ReportFormat.Html), Text("failing", ReportFormat.Html));
        Assert.Equal(Text("failing", ReportFormat.Markdown), Text("failing", ReportFormat.Markdown));
    }

    [Fact]
    public void There_is_no_badge() => Assert.Throws<ArgumentOutOfRangeException>(
        () => ClientsReports.Text(Of("passing"), ReportFormat.Badge));

    [Fact]
    public void Other_commands_say_that_they_are_of_several_clients()
    {
        var problem = Assert.Throws<UnusableFileException>(
            () => Reports.Read(ConcurrentResultsFile.Text(Of("passing"))));
        Assert.StartsWith("it is of a run with several clients", problem.Message, StringComparison.Ordinal);
    }

    private static string Text(string run, ReportFormat format) => ClientsReports.Text(Of(run), format);

    private static ConcurrentResults Of(string run) => Made.GetOrAdd(run, Make);

    private static ConcurrentResults Make(string run) => run switch
    {
        "passing" => Run(() => new ReferenceServer(), cases: 60),
        "failing" => Run(Mutant("checks-owner-then-adds"), cases: 10),
        "deadlocked" => Run(Mutant("locks-in-two-orders"), cases: 40),
        "broken" => Run(() => new Broken()),
        "brief" => Run(() => new ReferenceServer()),
        _ => Hostile(Run(() => new Broken(), cases: 1), "]]> \0\u202e \"&<script>alert(1)</script>|`"),
    };

    private static ConcurrentResults Hostile(ConcurrentResults results, string text) => results with
    {
        Implementation = results.Implementation with { Name = text, Version = text },
        Profiles = [.. results.Profiles.Select(profile => profile with { Fault = text })],
    };

    private static Func<IPartitionableServer> Mutant(string name) =>
        ConcurrencyMutants.All.Single(mutant => mutant.Name == name).Create;

    private static ConcurrentResults Run(Func<IPartitionableServer> create, int cases = 1) =>
        ConcurrentSuite.Run(create, new() { Profiles = [SelfTestProfiles.HotEverything], Cases = cases });

    private sealed class Broken : IConcurrentServer
    {
        public ImplementationDescription Describe() => new("broken", "1", Claims.All);

        public IPartitionableServer Connect(int client) => this;

        public void Reset(ServerSetup setup) => throw new InvalidOperationException("out of order");

        public Outcome Apply(Operation operation) => Outcome.Completed;

        public Observation Observe() => new() { PoweredOn = true, Units = [], Partitions = [] };

        public void Dispose()
        {
        }
    }
}
