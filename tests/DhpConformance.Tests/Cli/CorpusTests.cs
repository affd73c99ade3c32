using System.Text.Json.Nodes;
using DhpConformance.Tests.Hosting;

namespace DhpConformance.Tests.Cli;

/// <summary>What failed is remembered, run first, and forgotten when it has passed often enough.</summary>
public sealed class CorpusTests : IDisposable
{
    private const string Broken = "mutant:accepts-larger-spare";
    private const string Right = "reference";

    private readonly Dhp dhp = new();

    [Fact]
    public void What_failed_is_run_first_and_dropped_when_it_has_passed_ten_times()
    {
        var first = Run(Broken, 100);
        Assert.Equal(2, first.Code);
        Assert.DoesNotContain("run first", first.Output, StringComparison.Ordinal);
        Assert.Contains("\nKept for the next run: 1 case and ", first.Output, StringComparison.Ordinal);
        var kept = Assert.Single(Kept());
        Assert.StartsWith("REP-01-windows-server-2008-x64-", kept, StringComparison.Ordinal);

        // No case that is drawn shows it: one is too few.
        var again = Run(Broken, 1);
        Assert.Equal(2, again.Code);
        Assert.Contains("\n1 case of c run first: 0 pass, 1 fail\n", again.Output, StringComparison.Ordinal);
        Assert.Contains("\n  still fails: REP-01 in windows-server-2008-x64\n", again.Output, StringComparison.Ordinal);
        Assert.Contains(
            "found in a case of an earlier run",
            File.ReadAllText(dhp.Folder.Of("reports", "latest", "report.html")),
            StringComparison.Ordinal);

        for (var times = 1; times < 10; times++)
        {
            Assert.Contains(
                $"\n  passes: REP-01 in windows-server-2008-x64, {times} of 10 times\n",
                Run(Right, 1).Output,
                StringComparison.Ordinal);
        }

        Assert.Equal(kept, Assert.Single(Kept()));
        Assert.Contains(", the 10th time in a row; it is dropped\n", Run(Right, 1).Output, StringComparison.Ordinal);
        Assert.Empty(Kept());
    }

    [Fact]
    public void A_failure_in_between_begins_the_count_anew()
    {
        Run(Broken, 100);
        Run(Right, 1);
        Run(Broken, 1);
        Assert.Contains(", 1 of 10 times\n", Run(Right, 1).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_kept_is_a_replay_file_that_shows_the_failure()
    {
        Run(Broken, 100);
        var answer = dhp.Run("replay", Path.Combine("c", Kept().Single() + ".ndjson"));
        Assert.Equal(2, answer.Code);
        Assert.Contains("STILL FAILS REP-01", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_seed_and_the_same_corpus_give_the_same_results()
    {
        Run(Broken, 100);
        Run(Broken, 100);
        var results = Results();
        Run(Broken, 100, "--threads", "4");
        Assert.Equal(results.ToJsonString(), Results().ToJsonString());
    }

    [Fact]
    public void A_corpus_that_passes_changes_nothing_in_the_results_but_the_number_of_its_cases()
    {
        Run(Broken, 100);
        Run(Right, 20);
        var results = Results();
        Assert.True(results["settings"]!.AsObject().Remove("remembered"));
        Run(Right, 20, "--corpus", "none");
        Assert.Equal(results.ToJsonString(), Results().ToJsonString());
    }

    [Theory]
    [InlineData("{\"format\":99}\n{\"end\":0}\n", "it has format 99, and this version reads format 1;")]
    [InlineData("nonsense", "its first line is not JSON;")]
    [InlineData("", "it is empty;")]
    public void What_is_damaged_or_of_another_version_is_set_aside_and_the_run_goes_on(string content, string why)
    {
        Run(Broken, 100);
        File.WriteAllText(dhp.Folder.Of("c", "REP-01-damaged.ndjson"), content);
        var answer = Run(Right, 1);
        var file = Path.Combine("c", "REP-01-damaged.ndjson");
        Assert.Contains($"Warning: {file} is left out: {why}", answer.Error, StringComparison.Ordinal);
        Assert.Contains(
            "is called REP-01-damaged.ndjson.unusable now; delete it.", answer.Error, StringComparison.Ordinal);
        Assert.Contains("\n1 case of c run first: 1 pass, 0 fail\n", answer.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(dhp.Folder.Of("c", "REP-01-damaged.ndjson.unusable")));
        Assert.Equal("", Run(Right, 1).Error);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("{\"a\":-3,\"b\":70}")]
    [InlineData("[]")]
    public void Counts_that_are_damaged_begin_anew(string content)
    {
        Run(Broken, 100);
        File.WriteAllText(dhp.Folder.Of("c", "passes.json"), content);
        var answer = Run(Right, 1);
        Assert.Equal("", answer.Error);
        Assert.Contains(", 1 of 10 times\n", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_runs_may_use_one_corpus_at_once()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(place => Task.Run(
            () => Run(Broken, 100, "--out", $"reports/{place}"))));
        Assert.All(answers, answer => Assert.Equal((2, ""), (answer.Code, answer.Error)));
        Assert.Single(Kept());
        answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(place => Task.Run(
            () => Run(Right, 1, "--out", $"reports/{place}"))));
        Assert.All(answers, answer => Assert.Equal((20, ""), (answer.Code, answer.Error)));
    }

    [Fact]
    public void A_corpus_is_safe_to_delete_and_says_what_not_to_commit()
    {
        Run(Broken, 100);
        Assert.Equal("passes.json\n*.unusable\n", File.ReadAllText(dhp.Folder.Of("c", ".gitignore")));
        Directory.Delete(dhp.Folder.Of("c"), recursive: true);
        var answer = Run(Right, 1);
        Assert.Equal((20, ""), (answer.Code, answer.Error));
        Assert.False(Directory.Exists(dhp.Folder.Of("c")));
    }

    [Theory]
    [InlineData("--rule", "REP-03")]
    [InlineData("--profile", "windows-2000")]
    public void Cases_of_other_rules_and_profiles_are_not_run(string option, string value)
    {
        Run(Broken, 100);
        var answer = dhp.Run("run", "--cases", "1", "--corpus", "c", option, value);
        Assert.DoesNotContain("\n1 case of c run first", answer.Output, StringComparison.Ordinal);
        Assert.Single(Kept());
    }

    [Fact]
    public void A_program_beside_a_settings_file_has_a_corpus_unasked_and_what_comes_with_the_tool_has_none()
    {
        var adapter = $"command:{TestAdapter.CommandOf("exits-mid-call")}";
        string[] run = ["run", "--cases", "4", "--length", "3", "--profile", "windows-2000", "--implementation"];
        Assert.Equal(2, dhp.Run([.. run, adapter]).Code);
        Assert.False(Directory.Exists(dhp.Folder.Of(".dhp")));
        dhp.Folder.Write("dhp.json", "{}");
        dhp.Run([.. run, "mutant:starts-what-runs"]);
        Assert.False(Directory.Exists(dhp.Folder.Of(".dhp")));
        Assert.Equal(2, dhp.Run([.. run, adapter]).Code);
        Assert.NotEmpty(Directory.GetFiles(dhp.Folder.Of(".dhp"), "REF-07-windows-2000-*.ndjson"));
    }

    [Fact]
    public void A_corpus_that_is_a_file_is_bad_input()
    {
        dhp.Folder.Write("c", "");
        Run(Right, 1).AssertError(5, "The corpus c is a file, where a folder belongs; name another with --corpus, or");
    }

    [Theory]
    [InlineData("--exhaustive --corpus c", "--corpus makes no sense with --exhaustive, which goes through")]
    [InlineData("--exhaustive --fail-fast", "--fail-fast makes no sense with --exhaustive,")]
    [InlineData("--role consumer --for 5s", "--for is for servers, and --role is consumer; leave one of them.")]
    [InlineData("--for 0s", "for is \"0s\" (from the command line); give a time of more than 0 and at most 30 days,")]
    [InlineData("--for 0", "for is \"0\" (from the command line); give a time")]
    [InlineData("--for -5s", "for is \"-5s\" (from the command line); give a time")]
    [InlineData("--for 40000h", "for is \"40000h\" (from the command line); give a time")]
    [InlineData("--progress xml", "progress is \"xml\" (from the command line); write auto, json or none.")]
    [InlineData("--fail-fast perhaps", "fail-fast is \"perhaps\" (from the command line); write true or false.")]
    public void What_makes_no_sense_is_bad_input(string options, string sentence) =>
        dhp.Run(["run", .. options.Split(' ')]).AssertError(5, sentence);

    public void Dispose() => dhp.Dispose();

    private Dhp.Answer Run(string implementation, int cases, params string[] more)
    {
        string[] options = ["--profile", "windows-server-2008-x64", "--cases", $"{cases}"];
        string[] corpus = more.Contains("--corpus") ? [] : ["--corpus", "c"];
        return dhp.Run(["run", "--implementation", implementation, .. options, .. corpus, .. more]);
    }

    private List<string> Kept() => Directory.Exists(dhp.Folder.Of("c"))
        ?
        [
            .. Directory.GetFiles(dhp.Folder.Of("c"), "*.ndjson")
                .Select(one => Path.GetFileNameWithoutExtension(one)!)
                .Where(one => !one.StartsWith("rare-", StringComparison.Ordinal)),
        ]
        : [];

    private JsonObject Results()
    {
        var results = JsonNode.Parse(File.ReadAllText(dhp.Folder.Of("reports", "latest", "results.json")))!.AsObject();
        results.Remove("times");
        return results;
    }
}
