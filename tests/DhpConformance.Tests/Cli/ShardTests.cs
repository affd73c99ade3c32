using System.Text.Json.Nodes;
using DhpConformance.Tests.Engine.Scopes;

namespace DhpConformance.Tests.Cli;

/// <summary>A run can be cut into shards, and put together again by <c>dhp merge</c>.</summary>
public sealed class ShardTests : IDisposable
{
    private const string Profile = "windows-server-2008-x64";

    private static readonly string[] Settings =
    [
        "--implementation", "mutant:accepts-larger-spare", "--profile", Profile, "windows-2000", "--cases", "150",
    ];

    private readonly Dhp dhp = new();

    [Fact]
    public void Shards_put_together_are_the_whole_run()
    {
        dhp.Run(["run", .. Settings, "--out", "whole"]);
        RunShards(3);
        var merged = dhp.Run("merge", "s1/results.json", "s2/results.json", "s3/results.json", "--out", "merged");
        Assert.Equal((2, ""), (merged.Code, merged.Error));
        Assert.Equal(Timeless("whole"), Timeless("merged"));
        var replay = Path.Combine("failures", $"REP-01-{Profile}.ndjson");
        Assert.Equal(
            File.ReadAllText(dhp.Folder.Of("whole", replay)), File.ReadAllText(dhp.Folder.Of("merged", replay)));
        Assert.Equal(2, dhp.Run("replay", dhp.Folder.Of("merged", replay)).Code);
    }

    [Theory]
    [InlineData("reference", 0)]
    [InlineData("mutant:accepts-larger-spare", 2)]
    public void Shards_of_a_scope_put_together_are_the_whole_run(string implementation, int code)
    {
        dhp.Folder.Write("tiny.json", TinyScope.Json);
        string[] settings =
            ["run", "--exhaustive", "--scope", "tiny.json", "--profile", Profile, "--implementation", implementation];
        dhp.Run([.. settings, "--out", "whole"]);
        dhp.Run([.. settings, "--shard", "1/2", "--out", "s1"]);
        dhp.Run([.. settings, "--shard", "2/2", "--out", "s2"]);
        var merged = dhp.Run("merge", "s2/results.json", "s1/results.json", "--out", "merged");
        Assert.Equal((code, ""), (merged.Code, merged.Error));
        Assert.Equal(Timeless("whole"), Timeless("merged"));
    }

    [Fact]
    public void A_shard_alone_is_never_conformant()
    {
        var output = dhp.Run("run", "--profile", Profile, "--cases", "600", "--shard", "1/2").Output;
        Assert.Contains($"NOT JUDGED YET (shard 1/2) for {Profile}", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_shard_that_has_found_nothing_is_green_however_little_it_has_put_to_the_test()
    {
        string[] settings = ["run", "--profile", Profile, "--cases", "40"];
        Assert.Equal(20, dhp.Run(settings).Code);
        Assert.Equal(0, dhp.Run([.. settings, "--shard", "1/2", "--out", "s1"]).Code);
        Assert.Equal(0, dhp.Run([.. settings, "--shard", "2/2", "--out", "s2"]).Code);
        Assert.Equal(20, dhp.Run("merge", "s1/results.json", "s2/results.json").Code);
    }

    [Fact]
    public void A_shard_that_has_found_something_is_red() => Assert.Equal(
        2, dhp.Run(["run", .. Settings, "--shard", "1/2"]).Code);

    [Fact]
    public void Shards_of_two_commands_are_one_run_if_name_and_version_are_the_same_and_that_is_said()
    {
        RunShards(2);
        Assert.DoesNotContain("The shards were run as", Merged(), StringComparison.Ordinal);
        var file = dhp.Folder.Of("s2", "results.json");
        var results = JsonNode.Parse(File.ReadAllText(file))!;
        results["implementation"]!["source"] = "command:elsewhere";
        File.WriteAllText(file, results.ToJsonString());
        Assert.Contains(
            "The shards were run as mutant:accepts-larger-spare and as command:elsewhere.",
            Merged(),
            StringComparison.Ordinal);

        string Merged() => dhp.Run("merge", "s1/results.json", "s2/results.json").Output;
    }

    [Theory]
    [InlineData("--seed", "2", "the seed differs, 1 and 2; run all shards alike.")]
    [InlineData("--cases", "151", "the number of cases differs, 150 and 151")]
    [InlineData("--length", "49", "the length of cases differs, 50 and 49")]
    [InlineData("--rule", "ADD-01", "the list of rules differs, ")]
    public void Shards_of_different_runs_are_refused_and_what_differs_is_named(string key, string value, string words)
    {
        dhp.Run(["run", .. Settings, "--shard", "1/2", "--out", "s1"]);
        var others = Settings.ToList();
        var place = others.IndexOf(key);
        others.RemoveRange(place < 0 ? 0 : place, place < 0 ? 0 : 2);
        dhp.Run(["run", .. others, key, value, "--shard", "2/2", "--out", "s2"]);
        dhp.Run("merge", "s1/results.json", "s2/results.json").AssertError(5, words);
    }

    [Theory]
    [InlineData("tiny", "tinier", "the name of the scope differs, tiny and tinier; run all shards alike.")]
    [InlineData("8589934592", "8589934593", "the content of the scope differs; run all shards alike.")]
    public void Shards_of_different_scopes_are_refused_without_showing_all_of_them(string from, string to, string words)
    {
        dhp.Folder.Write("one.json", TinyScope.Json);
        dhp.Folder.Write("other.json", TinyScope.Json.Replace(from, to, StringComparison.Ordinal));
        string[] settings = ["run", "--exhaustive", "--profile", Profile];
        dhp.Run([.. settings, "--scope", "one.json", "--shard", "1/2", "--out", "s1"]);
        dhp.Run([.. settings, "--scope", "other.json", "--shard", "2/2", "--out", "s2"]);
        dhp.Run("merge", "s1/results.json", "s2/results.json").AssertError(5, words);
    }

    [Fact]
    public void Results_of_another_version_of_the_suite_are_refused()
    {
        RunShards(2);
        var file = dhp.Folder.Of("s2", "results.json");
        var results = JsonNode.Parse(File.ReadAllText(file))!;
        results["suite"] = "9.9.9";
        File.WriteAllText(file, results.ToJsonString());
        dhp.Run("merge", "s1/results.json", "s2/results.json").AssertError(
            5, "s1/results.json and s2/results.json are no shards of one run: the version of the suite differs, ");
    }

    [Fact]
    public void A_shard_that_is_missing_or_given_twice_is_named()
    {
        RunShards(2);
        dhp.Run("merge", "s2/results.json").AssertError(5, "shard 1/2 is missing; name the results of all 2.");
        dhp.Run("merge", "s1/results.json", "s1/results.json", "s2/results.json").AssertError(
            5, "s1/results.json and s1/results.json are the same shard, 1/2.");
    }

    [Fact]
    public void A_whole_run_is_no_shard()
    {
        dhp.Run("run", "--cases", "20", "--profile", Profile, "--out", "whole");
        dhp.Run("merge", "whole/results.json")
            .AssertError(5, "whole/results.json is a whole run and not a shard of one");
    }

    [Theory]
    [InlineData("3/2", 5, "The shard \"3/2\" is none; write K/N")]
    [InlineData("9/10", 8, "Shard 9/10 of 40 cases has none of them: cases are dealt out 16 at a time.")]
    public void A_shard_that_makes_no_sense_is_explained(string shard, int code, string sentence) =>
        dhp.Run("run", "--cases", "40", "--shard", shard).AssertError(code, sentence);

    public void Dispose() => dhp.Dispose();

    private void RunShards(int count)
    {
        for (var number = 1; number <= count; number++)
        {
            dhp.Run(["run", .. Settings, "--shard", $"{number}/{count}", "--out", $"s{number}"]);
        }
    }

    private string Timeless(string folder)
    {
        var results = JsonNode.Parse(File.ReadAllText(dhp.Folder.Of(folder, "results.json")))!;
        results.AsObject().Remove("times");
        return results.ToJsonString();
    }
}
