using System.Text.Json.Nodes;
using DhpConformance.Engine.Runs;
using DhpConformance.Model.Consumers;
using DhpConformance.Model.Rules;
using DhpConformance.Reference.Mutants;

namespace DhpConformance.Tests.Cli;

public sealed class ExplainTests : IDisposable
{
    private readonly Dhp dhp = new();

    public static TheoryData<string> Groups =>
    [
        .. RuleCatalog.All.Select(rule => rule.Group).Distinct(),
        .. ConsumerRuleCatalog.All.Select(rule => rule.Group).Distinct(),
    ];

    [Fact]
    public void A_rule_is_explained_by_its_sources_its_judging_and_the_mutants_that_break_it()
    {
        var answer = dhp.Run("explain", "rep-01");
        Assert.Equal((0, ""), (answer.Code, answer.Error));
        string[] parts =
        [
            "REP-01 (must)\n  The spare is identical to the target",
            "\nWhy\n  The operating system wakes up on the spare",
            "\n  DHP-REP-01: Like for like. [Intro]\n",
            "\n  G-67: A larger spare that would do? Incompatible all the same.\n",
            "\nJudged\n  Answers. Refused was required, by reason: Reason: incompatible; Rule: replace: REP-01;",
            "\n  Claims: hot replace\n",
            "\n  windows-server-2008-x64, windows-server-2008-ia64, hot-everything\n",
            "\n  accepts-larger-spare: A spare with more capacity than the target is accepted.\n",
            "\n    dhp run --implementation mutant:accepts-larger-spare --rule REP-01\n",
            "\nA counterexample, of accepts-another-type in windows-server-2008-x64\n  The server is dynamically",
            "\n  2. Hot replace processor ",
            "\n    expected  refused (incompatible)\n    observed  completed\n",
            "\nMore\n  dhp specs rules/hot-replace\n",
        ];
        var place = 0;
        foreach (var part in parts)
        {
            var found = answer.Output.IndexOf(part, place, StringComparison.Ordinal);
            Assert.True(found >= 0, $"After character {place} there is no: {part}\n{answer.Output}");
            place = found;
        }
    }

    [Fact]
    public void A_rule_that_leaves_freedom_names_the_right_servers_that_use_it() => Assert.Contains(
        "\nRight servers that differ here\n  grows-pools-with-memory: Pools grow when a memory module is added",
        dhp.Run("explain", "MEM-04").Output,
        StringComparison.Ordinal);

    [Fact]
    public void What_is_not_verified_and_what_cannot_be_seen_is_said()
    {
        Assert.Contains(
            "\nNot verified\n  A gap between two observations",
            dhp.Run("explain", "REP-04").Output,
            StringComparison.Ordinal);
        var hidden = dhp.Run("explain", "REP-22").Output;
        Assert.Contains("\nNot testable\n  The steps below one operation", hidden, StringComparison.Ordinal);
        Assert.DoesNotContain("A counterexample", hidden, StringComparison.Ordinal);
    }

    [Fact]
    public void A_duty_of_drivers_is_explained_too()
    {
        var duty = JsonNode.Parse(dhp.Run("explain", "C-REB-01", "--format", "json").Output)!;
        Assert.Equal(("C-REB-01", "should"), ((string?)duty["id"], (string?)duty["level"]));
        Assert.Equal("rejects-query-stop", (string?)duty["counterexample"]!["mutant"]);
        Assert.Equal("consumer-rules", (string?)duty["page"]);
    }

    [Theory]
    [MemberData(nameof(Groups))]
    public void The_first_rule_of_each_group_is_explained_whole(string group)
    {
        var id = RuleCatalog.All.FirstOrDefault(rule => rule.Group == group && rule.NotTestable is null)?.Id
            ?? ConsumerRuleCatalog.All.First(rule => rule.Group == group).Id;
        var explained = JsonNode.Parse(dhp.Run("explain", id, "--format", "json").Output)!;
        Assert.All(explained["sources"]!.AsArray(), source => Assert.NotEqual("", (string?)source!["says"]));
        Assert.NotEmpty(explained["judged"]!.AsArray());
        if (MutantCatalog.All.FirstOrDefault(mutant => mutant.RuleId == id) is { } mutant)
        {
            Assert.Equal(mutant.Name, (string?)explained["counterexample"]!["mutant"]);
        }
    }

    [Fact]
    public void The_commands_of_an_explanation_show_the_rule_broken()
    {
        var explained = JsonNode.Parse(dhp.Run("explain", "REP-01", "--format", "json").Output)!;
        Assert.All(explained["mutants"]!.AsArray(), mutant =>
        {
            var words = ((string)mutant!["run"]!).Split(' ')[1..];
            var answer = dhp.Run([.. words, "--cases", $"{SuiteOptions.CasesAtATime * 16}"]);
            Assert.Equal(2, answer.Code);
            Assert.Contains("FAIL REP-01 in ", answer.Output, StringComparison.Ordinal);
        });
    }

    public void Dispose() => dhp.Dispose();
}
