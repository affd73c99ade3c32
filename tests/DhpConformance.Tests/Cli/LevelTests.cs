using System.Text.Json.Nodes;
using DhpConformance.Model.Consumers;
using DhpConformance.Model.Rules;

namespace DhpConformance.Tests.Cli;

/// <summary>What binds, what is advised and what is permitted are told apart, and <c>--level</c> decides.</summary>
public sealed class LevelTests : IDisposable
{
    private const string BreaksMay = "mutant:assigns-only-with-power";

    private readonly Dhp dhp = new();

    [Theory]
    [InlineData("must", 0)]
    [InlineData("should", 0)]
    [InlineData("may", 2)]
    public void A_rule_that_binds_less_firmly_than_the_level_does_not_decide_the_exit_code(string level, int code)
    {
        var answer = Run(BreaksMay, "--level", level);
        Assert.Equal(code, answer.Code);
        Assert.Contains(", 1 fail (1 may), ", answer.Output, StringComparison.Ordinal);
        Assert.Contains("NOT CONFORMANT to windows-2000", answer.Output, StringComparison.Ordinal);
        Assert.Equal(
            code == 0,
            answer.Output.Contains(
                $"\nThe exit code does not count rules that bind less firmly than {level} (--level).\n",
                StringComparison.Ordinal));
    }

    [Fact]
    public void A_rule_that_binds_decides_whatever_the_level_is()
    {
        var answer = Run("mutant:starts-what-runs", "--level", "must");
        Assert.Equal(2, answer.Code);
        Assert.Contains(", 1 fail, ", answer.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("--level", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_table_of_verdicts_has_a_column_for_each_level() =>
        Assert.Matches("\n  Rules kept / judged +must +may +[A-Z]", Run(BreaksMay).Output);

    [Fact]
    public void Every_report_says_which_level_was_broken()
    {
        Assert.Contains("\nFAIL TOP-03 (may) in windows-2000\n", Run(BreaksMay).Output, StringComparison.Ordinal);
        Report("reports/latest/results.json", "may");
        Reads("may/report.html", "1 rule broken (1 may) in the profile", ">TOP-03 (may)</a>", ">may</span>");
        Reads("may/junit.xml", "message=\"(may) the answer: expected completed, observed refused");
        Reads("may/summary.md", "1 rule broken (1 may) in the profile", "### `TOP-03` (may) Any free unit may");
        Reads("may/report.sarif", "\"level\": \"note\"", "windows-2000 (may): the answer: expected completed");
        Compare();
        Reads("compared/comparison.md", "| **regression** | `TOP-03` (may) |", "| `TOP-03` (may) | pass | fail |");
        Reads("compared/comparison.html", "TOP-03 (may)</th>", "TOP-03 (may) &#x2260;</th>");
    }

    [Fact]
    public void No_report_says_it_of_a_rule_that_binds()
    {
        Run("mutant:starts-what-runs");
        Report("reports/latest/results.json", "must");
        foreach (var file in Directory.GetFiles(dhp.Folder.Of("must")))
        {
            Assert.DoesNotContain("(may)", File.ReadAllText(file), StringComparison.Ordinal);
            Assert.DoesNotContain("(1 may)", File.ReadAllText(file), StringComparison.Ordinal);
        }

        Reads("must/report.sarif", "\"level\": \"error\"");
    }

    [Theory]
    [InlineData("must", 20)]
    [InlineData("should", 2)]
    public void What_a_consumer_only_should_do_fails_no_run_by_what_it_must(string level, int code)
    {
        var answer = dhp.Run(
            "run", "--role", "consumer", "--implementation", "mutant:rejects-query-stop", "--level", level);
        Assert.Equal(code, answer.Code);
        Assert.Contains("1 fail (0 must, 1 should)", answer.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--level shall", "level is \"shall\" (from the command line); write must, should or may.")]
    [InlineData("--requirements 2026.12", "There is no requirement set 2026.12 (from the command line);")]
    [InlineData("--requirements latest", " set latest (from the command line); there is 2026.11.")]
    [InlineData("--role consumer --requirements 1999.01", "There is no requirement set 1999.01")]
    public void What_does_not_exist_is_bad_input(string options, string sentence) =>
        dhp.Run(["run", .. options.Split(' ')]).AssertError(5, sentence);

    [Fact]
    public void The_set_of_today_has_all_rules_and_changes_nothing()
    {
        Run("reference", "--requirements", RequirementSets.All[^1]);
        var results = Results();
        Run("reference");
        Assert.Equal(Results(), results);
    }

    [Fact]
    public void A_set_keeps_its_rules() => Approved.Matches(
        "tests/DhpConformance.Tests/House/approved/requirements-2026.11.txt",
        string.Concat(RuleCatalog.All.Select(rule => (rule.Id, rule.Since))
            .Concat(ConsumerRuleCatalog.All.Select(rule => (rule.Id, rule.Since)))
            .Where(rule => RequirementSets.Includes("2026.11", rule.Since))
            .Select(rule => rule.Id + "\n")));

    [Fact]
    public void A_rule_that_came_later_is_not_in_a_set()
    {
        Assert.True(RequirementSets.Includes("2026.11", "2026.11"));
        Assert.False(RequirementSets.Includes("2026.11", "2027.02"));
        Assert.True(RequirementSets.Includes("2027.02", "2026.11"));
        Assert.All(RuleCatalog.All, rule => Assert.Contains(rule.Since, RequirementSets.All));
    }

    public void Dispose() => dhp.Dispose();

    private Dhp.Answer Run(string implementation, params string[] more) => dhp.Run(
        ["run", "--implementation", implementation, "--profile", "windows-2000", "--cases", "300", .. more]);

    private void Report(string results, string folder) => Assert.Equal(0, dhp.Run(
        "report", results, "--out", folder, "--format", "html", "--format", "junit", "--format", "markdown",
        "--format", "sarif").Code);

    // Two runs of what calls itself by one name are compared for changes.
    private void Compare()
    {
        var broken = File.ReadAllText(dhp.Folder.Of("reports", "latest", "results.json"));
        Run("reference");
        var sound = File.ReadAllText(dhp.Folder.Of("reports", "latest", "results.json"));
        dhp.Folder.Write("broken.json", broken);
        dhp.Folder.Write("sound.json", sound.Replace(
            "\"name\": \"reference\"", "\"name\": \"assigns-only-with-power\"", StringComparison.Ordinal));
        Assert.Equal(0, dhp.Run(
            "compare", "sound.json", "broken.json", "--format", "html", "--format", "markdown", "--out",
            "compared").Code);
    }

    private void Reads(string file, params string[] texts) => Assert.All(
        texts,
        text => Assert.Contains(text, File.ReadAllText(dhp.Folder.Of(file.Split('/'))), StringComparison.Ordinal));

    private string Results()
    {
        var results = JsonNode.Parse(File.ReadAllText(dhp.Folder.Of("reports", "latest", "results.json")))!.AsObject();
        results.Remove("times");
        return results.ToJsonString();
    }
}
