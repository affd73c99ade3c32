using System.Text.Json;
using DhpConformance.Campaigns.Coordination;
using DhpConformance.Cli.Output;
using Orleans.Storage;

namespace DhpConformance.Campaigns.Storage;

/// <summary>
/// Keeps the campaign of one process in a file. It is written beside its place and moved there, so that it is whole
/// whenever the process is killed.
/// </summary>
/// <param name="path">The file.</param>
internal sealed class FileStorage(string path) : IGrainStorage
{
    /// <inheritdoc/>
    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        if (Read(path) is { } state)
        {
            (grainState.State, grainState.RecordExists, grainState.ETag) = ((T)(object)state, true, "");
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var staged = Path.Combine(Path.GetDirectoryName(path)!, Staging.Name());
        try
        {
            File.WriteAllBytes(staged, JsonSerializer.SerializeToUtf8Bytes(
                (CampaignState)(object)grainState.State!, StateJson.Default.CampaignState));
            File.Move(staged, path, overwrite: true);
        }
        finally
        {
            Staging.Discard(staged);
        }

        grainState.RecordExists = true;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        File.Delete(path);
        grainState.RecordExists = false;
        return Task.CompletedTask;
    }

    /// <summary>What is kept in a file; null if there is none.</summary>
    /// <exception cref="JsonException">It is no state of a campaign.</exception>
    public static CampaignState? Read(string path) => File.Exists(path)
        ? JsonSerializer.Deserialize(File.ReadAllBytes(path), StateJson.Default.CampaignState)
        : null;
}
