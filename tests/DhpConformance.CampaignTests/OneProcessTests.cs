using System.Text.Json;
using System.Text.RegularExpressions;

namespace DhpConformance.CampaignTests;

/// <summary>A campaign in one process: it writes what a run writes, and goes on where it was.</summary>
public sealed partial class OneProcessTests : IDisposable
{
    private static readonly string[] Usual =
        ["--profile", "windows-2000", "windows-server-2008-x64", "--threads", "2", "--quiet"];

    // Whether all rules were tested often enough depends on the machine.
    private static readonly int[] Judged = [0, 20];

    private readonly CampaignFolder folder = new();

    [Fact]
    public void It_writes_the_results_and_the_replay_files_of_a_run()
    {
        string[] asked = [.. Usual, "--implementation", "mutant:accepts-larger-spare", "--cases", "70"];
        var campaign = folder.Campaign([.. asked, "--out", "campaign"]);
        var run = folder.Dhp(["run", .. asked, "--out", "run"]);
        SameResults.Assert(folder.Results("campaign"), folder.Results("run"));
        Assert.Equal(run.Code, campaign.Code);
        Assert.Equal(Replay("run"), Replay("campaign"));
        Assert.Equal(run.Output, campaign.Output.Replace("campaign", "run", StringComparison.Ordinal));
        Assert.False(File.Exists(folder.Of("campaign", "campaign.json")));
    }

    [Fact]
    public async Task One_that_is_interrupted_goes_on_and_is_not_mistaken_for_another()
    {
        string[] asked = [.. Usual, "--cases", "800", "--out", "campaign"];
        using var interruption = new CancellationTokenSource();
        var first = Task.Run(() => folder.Campaign(interruption.Token, asked));
        await Until(() => HasCounted().IsMatch(Kept()));
        await interruption.CancelAsync();
        (await first).AssertError(20, "the same command goes on with it");
        Assert.False(File.Exists(folder.Of("campaign", "results.json")));
        folder.Campaign([.. asked, "--seed", "2"]).AssertError(5, "is of another campaign: the seed is 1, and here 2");

        Assert.Equal(0, folder.Campaign(asked).Code);
        Assert.Equal(0, folder.Dhp(["run", .. Usual, "--cases", "800", "--out", "run"]).Code);
        SameResults.Assert(folder.Results("campaign"), folder.Results("run"));
    }

    [Fact]
    public void One_that_ends_by_time_can_be_repeated_by_its_number_of_cases()
    {
        Assert.Contains(folder.Campaign([.. Usual, "--for", "200ms", "--out", "campaign"]).Code, Judged);
        using var results = JsonDocument.Parse(folder.Results("campaign"));
        var cases = results.RootElement.GetProperty("settings").GetProperty("cases").GetInt32();
        Assert.Equal(0, cases % 16);
        folder.Dhp(["run", .. Usual, "--cases", $"{cases}", "--out", "run"]);
        SameResults.Assert(folder.Results("campaign"), folder.Results("run"));
    }

    public void Dispose() => folder.Dispose();

    [GeneratedRegex("\"recorded\":[1-9]")]
    private static partial Regex HasCounted();

    private static async Task Until(Func<bool> isSo)
    {
        using var enough = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!isSo())
        {
            await Task.Delay(20, enough.Token);
        }
    }

    private string Kept() =>
        folder.Of("campaign", "campaign.json") is var path && File.Exists(path) ? File.ReadAllText(path) : "";

    private string Replay(string name) =>
        File.ReadAllText(folder.Of(name, "failures", "REP-01-windows-server-2008-x64.ndjson"));
}
