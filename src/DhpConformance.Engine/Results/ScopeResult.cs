using System.Globalization;
using System.Text.Json.Serialization;
using DhpConformance.Abstractions;

namespace DhpConformance.Engine.Results;

/// <summary>How much of a scope was gone through.</summary>
/// <param name="Server">The kind of server.</param>
/// <param name="States">How many states it can get into, mirror images counted once.</param>
/// <param name="Requests">How many requests are made in each of them.</param>
/// <param name="Share">How many of the histories are in the shard.</param>
/// <param name="Visited">After how many of them every request was made.</param>
public sealed record ScopeResult(Partitionability Server, int States, int Requests, int Share, int Visited)
{
    /// <summary>How many sequences lead to the states, of each at least one.</summary>
    public required int Histories { get; init; }

    /// <summary>How many pairs of a history of a state and a request were tried.</summary>
    [JsonIgnore]
    public long Transitions => (long)Visited * Requests;

    /// <summary>Whether every history of the shard was visited.</summary>
    [JsonIgnore]
    public bool IsComplete => Visited == Share;

    /// <summary>What is missing, as a sentence; null if nothing is.</summary>
    [JsonIgnore]
    public string? Missing => IsComplete
        ? null
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{Visited:N0} of {Share:N0} {(Histories == States ? "states" : "histories of states")} of "
            + $"{Words.Of(Server)} servers were visited.");
}
