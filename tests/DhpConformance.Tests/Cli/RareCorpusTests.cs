using System.Text.Json.Nodes;

namespace DhpConformance.Tests.Cli;

/// <summary>
/// Cases for rules that few cases test are kept, run first, and dropped once many cases test the rule.
/// </summary>
public sealed class RareCorpusTests : IDisposable
{
    private const string Place = "windows-server-2008-x64";

    private readonly Dhp dhp = new();

    [Fact]
    public void A_case_for_a_rule_that_few_cases_test_is_kept_and_run_first()
    {
        Assert.Contains(" rare cases in c\n", Run().Output, StringComparison.Ordinal);
        var kept = Kept();
        Assert.Contains(kept, one => one.StartsWith($"rare-APP-08-{Place}-", StringComparison.Ordinal));
        Assert.InRange(kept.Count, 1, 10);
        Assert.Contains(
            $"\n{kept.Count} rare cases of c run first: {kept.Count} pass, 0 fail\n",
            Run("--seed", "2", "--cases", "1").Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_that_no_drawn_case_shows_is_found_by_what_was_kept()
    {
        string[] broken =
            ["--implementation", "mutant:affinity-widens-by-itself", "--cases", "1", "--seed", "2"];
        Assert.Equal(20, Run(broken).Code);
        Run();
        var answer = Run(broken);
        Assert.Equal(2, answer.Code);
        Assert.Contains($"\n  fails APP-08 in {Place}\n", answer.Output, StringComparison.Ordinal);
        Assert.Contains("\nKept for the next run: 1 case in c\n", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_kept_or_dropped_by_a_run_that_is_too_short_to_say_what_is_rare()
    {
        Run("--cases", "99");
        Assert.Empty(Kept());
        Run();
        var kept = Kept();
        Run("--cases", "99");
        Assert.Equal(kept, Kept());
    }

    [Fact]
    public void A_case_is_dropped_when_its_rule_is_tested_often_enough()
    {
        Run();
        Assert.Contains(Kept(), one => one.Contains("APP-08", StringComparison.Ordinal));
        Run("--cases", "600");
        Assert.DoesNotContain(Kept(), one => one.Contains("APP-08", StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_run_keeps_the_same_cases_on_any_number_of_threads_and_again()
    {
        Run();
        var kept = Kept();
        Run("--threads", "1");
        Assert.Equal(kept, Kept());
        Directory.Delete(dhp.Folder.Of("c"), recursive: true);
        Run("--threads", "4");
        Assert.Equal(kept, Kept());
    }

    [Fact]
    public void What_is_kept_changes_nothing_in_the_results_but_its_number_and_the_report_says_it()
    {
        Run();
        var kept = Kept().Count;
        Run();
        var results = Results();
        Assert.Equal(kept, results["settings"]!["remembered"]!.GetValue<int>());
        Assert.Contains(
            $", after {kept} cases of earlier runs, with partitions",
            File.ReadAllText(dhp.Folder.Of("reports", "latest", "report.html")),
            StringComparison.Ordinal);
        Assert.True(results["settings"]!.AsObject().Remove("remembered"));
        Run("--corpus", "none");
        Assert.Equal(results.ToJsonString(), Results().ToJsonString());
    }

    [Fact]
    public void What_is_kept_is_a_replay_file()
    {
        Run();
        var answer = dhp.Run("replay", Path.Combine("c", Kept()[0] + ".ndjson"));
        Assert.Equal((0, ""), (answer.Code, answer.Error));
    }

    public void Dispose() => dhp.Dispose();

    private Dhp.Answer Run(params string[] more)
    {
        string[] options = more.Contains("--corpus") ? ["--cases", "200"]
            : more.Contains("--cases") ? ["--corpus", "c"]
            : ["--cases", "200", "--corpus", "c"];
        return dhp.Run(["run", "--profile", Place, .. options, .. more]);
    }

    private List<string> Kept() => Directory.Exists(dhp.Folder.Of("c"))
        ?
        [
            .. Directory.GetFiles(dhp.Folder.Of("c"), "*.ndjson")
                .Select(one => Path.GetFileNameWithoutExtension(one)!)
                .Order(StringComparer.Ordinal),
        ]
        : [];

    private JsonObject Results()
    {
        var results = JsonNode.Parse(File.ReadAllText(dhp.Folder.Of("reports", "latest", "results.json")))!.AsObject();
        results.Remove("times");
        return results;
    }
}
