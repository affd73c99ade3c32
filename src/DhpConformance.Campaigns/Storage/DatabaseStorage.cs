using System.Globalization;
using DhpConformance.Campaigns.Coordination;
using Orleans.Storage;

namespace DhpConformance.Campaigns.Storage;

/// <summary>Keeps campaigns in the database of the cluster.</summary>
/// <param name="database">The database.</param>
internal sealed class DatabaseStorage(ClusterDatabase database) : IGrainStorage
{
    /// <inheritdoc/>
    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        if (await database.Read(NameOf(grainId)) is var (state, version, _))
        {
            (grainState.State, grainState.RecordExists) = ((T)(object)state, true);
            grainState.ETag = version.ToString(CultureInfo.InvariantCulture);
        }
    }

    /// <inheritdoc/>
    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var version = grainState.ETag is { } read ? long.Parse(read, CultureInfo.InvariantCulture) : 0;
        if (!await database.Write(NameOf(grainId), (CampaignState)(object)grainState.State!, version))
        {
            throw new InconsistentStateException(
                $"Somebody else has kept {NameOf(grainId)}.", "a newer version", grainState.ETag ?? "none");
        }

        (grainState.ETag, grainState.RecordExists) = ((version + 1).ToString(CultureInfo.InvariantCulture), true);
    }

    /// <inheritdoc/>
    public async Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        await database.Delete(NameOf(grainId));
        (grainState.ETag, grainState.RecordExists) = (null, false);
    }

    private static string NameOf(GrainId grainId) => grainId.Key.ToString()!;
}
