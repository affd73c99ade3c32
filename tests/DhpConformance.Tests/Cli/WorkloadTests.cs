using System.Text.Json.Nodes;

namespace DhpConformance.Tests.Cli;

/// <summary><c>--workload</c> is a setting like the others.</summary>
public sealed class WorkloadTests : IDisposable
{
    private static readonly string[] Short = ["--profile", "windows-2000", "--cases", "32", "--length", "20"];

    private readonly Dhp dhp = new();

    [Fact]
    public void The_run_and_its_results_say_which_workload_it_was()
    {
        var answer = dhp.Run(["run", .. Short, "--workload", "churn"]);
        Assert.Contains("seed 1, workload churn, 32 cases", answer.Output, StringComparison.Ordinal);
        Assert.Equal("churn", Settings()["workload"]!.GetValue<string>());
        Assert.Contains(
            "workload churn", File.ReadAllText(dhp.Folder.Of("reports/latest/report.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void By_default_nothing_is_said_of_it()
    {
        var answer = dhp.Run(["run", .. Short]);
        Assert.DoesNotContain("workload", answer.Output, StringComparison.Ordinal);
        Assert.Null(Settings()["workload"]);
    }

    [Fact]
    public void It_can_stand_in_the_file()
    {
        dhp.Folder.Write("dhp.json", """{ "workload": "burst" }""");
        Assert.Contains("workload burst", dhp.Run(["run", .. Short]).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void It_can_stand_in_the_environment()
    {
        var variable = dhp.VariablePrefix + "WORKLOAD";
        Environment.SetEnvironmentVariable(variable, "soak");
        try
        {
            Assert.Contains("workload soak", dhp.Run(["run", .. Short]).Output, StringComparison.Ordinal);
        }
        finally
        {
            Environment.SetEnvironmentVariable(variable, null);
        }
    }

    [Theory]
    [InlineData("--workload storm", "workload is \"storm\" (from the command line); write default, churn, burst or ")]
    [InlineData("--workload soak --exhaustive", "--workload makes no sense with --exhaustive")]
    [InlineData("--workload soak --clients 2", "--workload makes no sense with several clients")]
    [InlineData("--workload soak --role consumer", "--workload is for servers")]
    public void One_that_there_is_not_or_that_makes_no_sense_is_bad_input(string options, string sentence) =>
        dhp.Run(["run", .. options.Split(' ')]).AssertError(5, sentence);

    [Fact]
    public void A_case_of_a_workload_is_written_down_with_the_workload()
    {
        string[] record = ["record", "--profile", "windows-server-2008-x64", "--case", "4", "--out"];
        Assert.Equal(0, dhp.Run([.. record, "usual.ndjson"]).Code);
        Assert.Equal(0, dhp.Run([.. record, "churn.ndjson", "--workload", "churn"]).Code);
        Assert.NotEqual(
            File.ReadAllText(dhp.Folder.Of("usual.ndjson")), File.ReadAllText(dhp.Folder.Of("churn.ndjson")));
        Assert.Equal(0, dhp.Run("replay", "churn.ndjson").Code);
    }

    [Fact]
    public void Shards_of_different_workloads_are_no_shards_of_one_run()
    {
        dhp.Run(["run", .. Short, "--shard", "1/2", "--out", "one"]);
        dhp.Run(["run", .. Short, "--shard", "2/2", "--out", "other", "--workload", "burst"]);
        dhp.Run("merge", "one/results.json", "other/results.json", "--out", "both")
            .AssertError(5, "the workload differs, Default and Burst");
    }

    public void Dispose() => dhp.Dispose();

    private JsonNode Settings() =>
        JsonNode.Parse(File.ReadAllText(dhp.Folder.Of("reports/latest/results.json")))!["settings"]!;
}
