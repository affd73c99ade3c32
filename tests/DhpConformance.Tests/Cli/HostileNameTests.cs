using System.Text.Json.Nodes;
using DhpConformance.Cli;
using DhpConformance.Cli.Output;

namespace DhpConformance.Tests.Cli;

/// <summary>A name that stands in a file leads nowhere but into the folder of the report.</summary>
public sealed class HostileNameTests : IDisposable
{
    private readonly Dhp dhp = new();

    [Theory]
    [InlineData("x/../../../evil/pwned")]
    [InlineData("..")]
    [InlineData("windows-2000\n")]
    [InlineData("Windows-2000")]
    [InlineData("")]
    public void Results_with_a_name_that_is_a_path_are_refused(string name)
    {
        var (first, second) = Shards("mutant:accepts-larger-spare");
        Rename(first, name);
        Rename(second, name);
        var before = Files();
        dhp.Run("merge", first, second, "--out", "merged").AssertError(5, "write lower case words and numbers joined");
        dhp.Run("report", first).AssertError(5, "write lower case words and numbers joined");
        Assert.Equal(before, Files());
    }

    [Fact]
    public void A_name_that_is_too_long_for_a_file_is_refused_before_the_run() =>
        dhp.Run("run", "--profile", dhp.Folder.Write("it.json", Profile(new string('a', 300))))
            .AssertError(5, "100 characters at most");

    [Fact]
    public void What_lies_in_place_of_a_replay_file_is_not_merged()
    {
        var (first, second) = Shards("mutant:accepts-larger-spare");
        foreach (var file in Directory.GetFiles(dhp.Folder.Path, "*.ndjson", SearchOption.AllDirectories))
        {
            File.WriteAllText(file, "secret");
        }

        dhp.Run("merge", first, second, "--out", "merged").AssertError(5, "cannot be replayed");
        Assert.False(Directory.Exists(dhp.Folder.Of("merged")));
    }

    [Fact]
    public void Nothing_is_written_outside_a_folder_whatever_it_is_called()
    {
        using var folder = ReportFolder.Open(dhp.Folder.Of("out"), "out");
        foreach (var name in new[] { "../evil", "a/../../evil", "/tmp/dhp-evil", "../out-evil/x" })
        {
            Assert.Contains(
                "outside the folder",
                Assert.Throws<BadInputException>(() => folder.Commit([(name, "evil")])).Message,
                StringComparison.Ordinal);
        }

        Assert.Equal(["out"], Directory.GetFileSystemEntries(dhp.Folder.Path).Select(Path.GetFileName));
    }

    public void Dispose() => dhp.Dispose();

    private static string Profile(string name) =>
        $$"""
        { "name": "{{name}}", "architecture": "acme", "capabilities": [], "behaviours": [], "processorLimit": 8 }
        """;

    private (string First, string Second) Shards(string source)
    {
        foreach (var shard in new[] { "1/2", "2/2" })
        {
            dhp.Run(
                "run", "--implementation", source, "--profile", "windows-server-2008-x64", "--cases", "64",
                "--shard", shard, "--out", $"deep/down/{shard[0]}");
        }

        return ("deep/down/1/results.json", "deep/down/2/results.json");
    }

    private void Rename(string file, string name)
    {
        var root = JsonNode.Parse(File.ReadAllText(dhp.Folder.Of(file)))!;
        root["profiles"]![0]!["profile"]!["name"] = name;
        File.WriteAllText(dhp.Folder.Of(file), root.ToJsonString());
    }

    private string[] Files() =>
        [.. Directory.GetFiles(dhp.Folder.Path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
}
