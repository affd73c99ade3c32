using System.Text.Json;
using System.Text.Json.Nodes;
using DhpConformance.Engine.Results;

namespace DhpConformance.Tests.Cli;

public sealed class RunTests : IDisposable
{
    private const string Mutant = "mutant:accepts-larger-spare";
    private const string Rule = "REP-01";
    private const string Profile = "windows-server-2008-x64";

    private readonly Dhp dhp = new();

    private string ReplayFile => dhp.Folder.Of("reports", "latest", "failures", $"{Rule}-{Profile}.ndjson");

    [Fact]
    public void The_reference_passes()
    {
        var answer = dhp.Run("run");
        Assert.Equal((0, ""), (answer.Code, answer.Error));
        Assert.Contains($"CONFORMANT to {Profile}: judged", answer.Output, StringComparison.Ordinal);
        Assert.Contains("Results: reports/latest/results.json", answer.Output, StringComparison.Ordinal);
        Assert.Equal(
            ["junit.xml", "report.html", "results.json"],
            Directory.GetFileSystemEntries(dhp.Folder.Of("reports", "latest")).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void A_mutant_fails_and_the_failure_is_explained()
    {
        var answer = dhp.Run("run", "--implementation", Mutant, "--profile", Profile);
        Assert.Equal(2, answer.Code);
        Assert.Contains($"FAIL {Rule} in {Profile}", answer.Output, StringComparison.Ordinal);
        Assert.DoesNotContain($"fail {Rule}", answer.Output, StringComparison.Ordinal);
        Assert.Contains("Hot replace ", answer.Output, StringComparison.Ordinal);
        Assert.Contains("expected  refused (incompatible)", answer.Output, StringComparison.Ordinal);
        Assert.Contains("observed  completed", answer.Output, StringComparison.Ordinal);
        Assert.Contains(
            $"dhp replay reports/latest/failures/{Rule}-{Profile}.ndjson", answer.Output, StringComparison.Ordinal);
        Assert.Contains($"NOT CONFORMANT to {Profile}", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_that_several_profiles_break_is_told_once_in_full()
    {
        var answer = dhp.Run(
            "run", "--implementation", Mutant, "--profile", Profile, "windows-server-2008-ia64", "windows-2000");
        Assert.Single(answer.Output.Split('\n'), line => line.StartsWith("FAIL ", StringComparison.Ordinal));
        Assert.Contains(
            $"  Also in windows-server-2008-ia64, 2 steps: dhp replay "
                + $"reports/latest/failures/{Rule}-windows-server-2008-ia64.ndjson",
            answer.Output,
            StringComparison.Ordinal);
        Assert.DoesNotContain("Also in windows-2000", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_failed_stands_before_what_is_inconclusive_and_of_that_there_is_little()
    {
        var answer = dhp.Run("run", "--implementation", Mutant, "--profile", Profile, "--length", "2");
        var lines = answer.Output.Split('\n');
        var undecided = Array.FindIndex(lines, line => line.StartsWith("inconclusive ", StringComparison.Ordinal));
        Assert.InRange(
            Array.FindIndex(lines, line => line.StartsWith("FAIL ", StringComparison.Ordinal)), 0, undecided);
        Assert.StartsWith("inconclusive ", lines[undecided + 4], StringComparison.Ordinal);
        Assert.Matches("^… and [0-9]+ more rules: inconclusive; the report has them all.", lines[undecided + 5]);
    }

    [Fact]
    public void What_failed_fails_again_and_passes_against_the_reference()
    {
        dhp.Run("run", "--implementation", Mutant, "--profile", Profile);
        var again = dhp.Run("replay", ReplayFile);
        Assert.Equal(2, again.Code);
        Assert.Contains($"STILL FAILS {Rule}: ", again.Output, StringComparison.Ordinal);
        var reference = dhp.Run("replay", ReplayFile, "--implementation", "reference");
        Assert.Equal(0, reference.Code);
        Assert.Contains(
            $"PASSES: reference keeps {Rule} here, in {Profile}.", reference.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_later_run_removes_what_failed_before()
    {
        dhp.Run("run", "--implementation", Mutant, "--profile", Profile);
        Assert.True(File.Exists(ReplayFile));
        dhp.Run("run", "--profile", Profile, "--cases", "20");
        Assert.False(File.Exists(ReplayFile));
    }

    [Fact]
    public void One_of_something_is_told_as_one()
    {
        var answer = dhp.Run("run", "--profile", Profile, "--cases", "1", "--length", "1", "--threads", "1");
        Assert.Contains($"{Profile}: 1 case executed, 0 failing", answer.Output, StringComparison.Ordinal);
        Assert.Contains("seed 1, 1 case of 1 operation for each profile", answer.Output, StringComparison.Ordinal);
        Assert.Matches("s on 1 thread\\r?\\n", answer.Output);
    }

    [Fact]
    public void What_takes_long_after_the_cases_is_said()
    {
        var answer = dhp.Run("run", "--implementation", Mutant, "--profile", Profile);
        Assert.Contains($"{Profile}: making 1 counterexample small", answer.Output, StringComparison.Ordinal);
        var passing = dhp.Run("run", "--profile", Profile, "--cases", "20");
        Assert.DoesNotContain("making", passing.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_cannot_begin_leaves_the_results_of_the_last_one()
    {
        dhp.Run("run", "--implementation", Mutant, "--profile", Profile);
        dhp.Run("run", "--rule", "NO-1");
        Assert.True(File.Exists(ReplayFile));
    }

    [Fact]
    public void The_same_seed_gives_the_same_results_whatever_the_number_of_threads()
    {
        var one = Results("--threads", "1");
        Assert.Equal(one, Results("--threads", "2"));
        Assert.Equal(one, Results("--threads", "2"));
    }

    [Fact]
    public void One_rule_alone_can_be_judged()
    {
        dhp.Run("run", "--profile", Profile, "--rule", "add-01", "--cases", "50");
        var results = JsonSerializer.Deserialize(ReadResults(), ResultsJson.Default.RunResults)!;
        Assert.Equal("ADD-01", Assert.Single(Assert.Single(results.Profiles).Rules).Rule);
    }

    [Fact]
    public void Cases_that_ended_at_a_rule_that_nobody_asked_for_are_told()
    {
        string[] run = ["run", "--profile", Profile, "--rule", "ADD-01", "--cases", "100", "--implementation"];
        var answer = dhp.Run([.. run, Mutant]);
        Assert.Matches(
            "[1-9][0-9]* of 100 cases ended early, at what was not asked for; judge all rules to see what that is.",
            answer.Output);
        Assert.Contains(
            "ended early, at what was not asked for",
            File.ReadAllText(dhp.Folder.Of("reports", "latest", "report.html")),
            StringComparison.Ordinal);
        Assert.DoesNotContain("ended early", dhp.Run([.. run, "reference"]).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_profile_of_ones_own_can_be_judged()
    {
        dhp.Folder.Write("mine.json", File.ReadAllText(RepositoryRoot.Of(
            "src", "DhpConformance.Engine", "Profiles", "HotEverything.json")).Replace("hot-everything", "mine"));
        var answer = dhp.Run("run", "--profile", "mine.json");
        Assert.Equal(0, answer.Code);
        Assert.Contains("CONFORMANT to mine: judged", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_few_cases_are_inconclusive()
    {
        var answer = dhp.Run("run", "--profile", Profile, "--cases", "1");
        Assert.Equal(20, answer.Code);
        Assert.Contains("inconclusive ", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_interrupted_run_reports_what_it_knows_and_says_that_it_is_incomplete()
    {
        using var interrupted = new CancellationTokenSource();
        interrupted.Cancel();
        var answer = dhp.Run(interrupted.Token, "run");
        Assert.Equal(20, answer.Code);
        Assert.Contains("INTERRUPTED", answer.Output, StringComparison.Ordinal);
        var results = JsonSerializer.Deserialize(ReadResults(), ResultsJson.Default.RunResults)!;
        Assert.False(results.Footer.Complete);
    }

    public void Dispose() => dhp.Dispose();

    private string Results(params string[] more)
    {
        dhp.Run(["run", "--implementation", Mutant, "--profile", Profile, "windows-2000", "--cases", "200", .. more]);
        var results = JsonNode.Parse(ReadResults())!;
        results.AsObject().Remove("times");
        return results.ToJsonString() + File.ReadAllText(ReplayFile);
    }

    private string ReadResults() => File.ReadAllText(dhp.Folder.Of("reports", "latest", "results.json"));
}
