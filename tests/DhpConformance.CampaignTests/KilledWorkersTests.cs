using System.Globalization;
using DhpConformance.Campaigns.Clusters;
using DhpConformance.Campaigns.Coordination;
using DhpConformance.Campaigns.Storage;

namespace DhpConformance.CampaignTests;

/// <summary>
/// Campaigns of four workers, two of which are killed at random moments, and one stopped for longer than its lease; the
/// database is restarted. <c>DHP_TEST_CAMPAIGNS=50</c> makes it 50 campaigns.
/// </summary>
[Collection(nameof(Postgres))]
public sealed class KilledWorkersTests(PostgresServer server) : IDisposable
{
    private const int Usual = 2;
    private const int Cases = 960;

    private static readonly string[] Asked =
        ["--profile", "windows-2000", "windows-server-2008-x64", "--cases", $"{Cases}", "--quiet"];

    // One run for all campaigns.
    private static readonly Lazy<string> OfOneProcess = new(() =>
    {
        using var folder = new CampaignFolder();
        folder.Dhp(["run", .. Asked, "--out", "run"]);
        return folder.Results("run");
    });

    private readonly CampaignFolder folder = new();

    public static TheoryData<int> Campaigns =>
    [
        .. Enumerable.Range(
            0,
            int.TryParse(
                Environment.GetEnvironmentVariable("DHP_TEST_CAMPAIGNS"), CultureInfo.InvariantCulture, out var more)
                ? more
                : Usual),
    ];

    [PostgresTheory]
    [MemberData(nameof(Campaigns))]
    public async Task No_case_is_lost_or_counted_twice(int seed)
    {
        var random = new Random(seed);
        var connection = server.CreateCluster(folder);
        string[] started = ["--cluster", connection, "--name", "night", "--coordinate-only", "--lease", "2"];
        var coordinator = Task.Run(() => folder.Campaign([.. started, .. Asked, "--out", "out"]));
        await using var host = await CampaignHost.Client(
            new ClusterDatabase(connection), TimeSpan.FromMinutes(1), CancellationToken.None);
        var campaign = host.Campaign("night");
        await Until(campaign, status => status.Phase == CampaignPhase.Running);
        await campaign.Pause();
        WorkerProcess[] workers = [.. Enumerable.Range(0, 4).Select(_ => new WorkerProcess(connection, folder.Of()))];
        try
        {
            await Until(campaign, status => status.Workers.Length == workers.Length);
            await campaign.Resume();
            foreach (var (worker, signal) in workers.Zip(["KILL", "STOP", "KILL"]))
            {
                await Task.Delay(random.Next(400));
                worker.Signal(signal);
            }

            var status = await campaign.Status();
            Assert.Equal(CampaignPhase.Running, status.Phase);
            server.Restart();
            await Task.Delay(TimeSpan.FromSeconds(2.5));
            workers[1].Signal("CONT");
            var answer = await coordinator;
            Assert.Equal("", answer.Error);
            Assert.Equal(0, workers[1].Wait());
            Assert.Equal(0, workers[3].Wait());
        }
        finally
        {
            Array.ForEach(workers, worker => worker.Dispose());
        }

        SameResults.Assert(folder.Results("out"), OfOneProcess.Value);
    }

    public void Dispose() => folder.Dispose();

    private static async Task Until(ICampaign campaign, Func<CampaignStatus, bool> isSo)
    {
        using var enough = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!isSo(await campaign.Status()))
        {
            await Task.Delay(50, enough.Token);
        }
    }
}
