using System.Globalization;
using System.Text.Json.Serialization;
using DhpConformance.Abstractions;

namespace DhpConformance.Engine.Results;

/// <summary>How much of a scope was gone through.</summary>
/// <param name="Server">The kind of server.</param>
/// <param name="States">How many states it can get into, mirror images counted once.</param>
/// <param name="Requests">How many requests are made in each of them.</param>
/// <param name="Share">How many of the states are in the shard.</param>
/// <param name="Visited">In how many of them every request was made.</param>
public sealed record ScopeResult(Partitionability Server, int States, int Requests, int Share, int Visited)
{
    /// <summary>How many pairs of a state and a request were tried.</summary>
    [JsonIgnore]
    public long Transitions => (long)Visited * Requests;

    /// <summary>Whether every state of the shard was visited.</summary>
    [JsonIgnore]
    public bool IsComplete => Visited == Share;

    /// <summary>What is missing, as a sentence; null if nothing is.</summary>
    [JsonIgnore]
    public string? Missing => IsComplete
        ? null
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{Visited:N0} of {Share:N0} states of {Words.Of(Server)} servers were visited.");
}
