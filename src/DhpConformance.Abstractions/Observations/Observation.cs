using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace DhpConformance.Abstractions;

/// <summary>Everything that a black box can see of a server at one moment.</summary>
public sealed record Observation
{
    /// <summary>Whether the server is powered on.</summary>
    public required bool PoweredOn { get; init; }

    /// <summary>Every unit, in ascending order of id.</summary>
    public required ImmutableArray<UnitObservation> Units { get; init; }

    /// <summary>Every partition, in ascending order of id.</summary>
    public required ImmutableArray<PartitionObservation> Partitions { get; init; }

    /// <summary>Everything delivered since the previous observation, or since the reset, in order.</summary>
    [JsonRequired]
    public ImmutableArray<Notification> Notifications { get; init; } = [];
}
