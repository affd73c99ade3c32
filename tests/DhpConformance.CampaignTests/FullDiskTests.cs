using System.Text.Json;
using DhpConformance.Campaigns.Clusters;
using DhpConformance.Campaigns.Coordination;
using DhpConformance.Campaigns.Storage;
using DhpConformance.Engine.Campaigns;
using DhpConformance.Tests.Cli;
using Orleans.Storage;

namespace DhpConformance.CampaignTests;

/// <summary>A campaign that cannot be kept at the moment goes on in memory, and says so.</summary>
public sealed class FullDiskTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task It_is_said_in_the_status_until_there_is_room()
    {
        var disk = new Disk(new FileStorage(folder.Of("campaign.json"))) { IsFull = true };
        await using var host = await CampaignHost.Alone(disk, CancellationToken.None);
        var campaign = host.Campaign("night");
        var plan = JsonSerializer.SerializeToUtf8Bytes(
            LedgerTests.PlanOf("reference").Plan, CampaignJson.Default.CampaignPlan);
        Assert.Null(await campaign.Start(new(plan, null, TimeSpan.FromSeconds(30))));
        Assert.Contains("No space left", (await campaign.Status()).Problem, StringComparison.Ordinal);
        Assert.Equal(AssignmentKind.Execute, (await campaign.Next(new("one", 1), 1)).Kind);

        disk.IsFull = false;
        await campaign.Pause();
        Assert.Null((await campaign.Status()).Problem);
        Assert.True(File.Exists(folder.Of("campaign.json")));
    }

    public void Dispose() => folder.Dispose();

    private sealed class Disk(IGrainStorage inner) : IGrainStorage
    {
        public bool IsFull { get; set; }

        public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
            inner.ReadStateAsync(stateName, grainId, grainState);

        public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => IsFull
            ? throw new IOException("No space left on device")
            : inner.WriteStateAsync(stateName, grainId, grainState);

        public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
            inner.ClearStateAsync(stateName, grainId, grainState);
    }
}
