using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace DhpConformance.Abstractions;

/// <summary>
/// What the operating system in a partition shows. In a partition that does not run every number is 0 and every
/// list is empty, except the status of the latest hot operation, which is null.
/// </summary>
[JsonConverter(typeof(PartitionObservationConverter))]
public sealed record PartitionObservation
{
    /// <summary>The partition.</summary>
    public required PartitionId Id { get; init; }

    /// <summary>Whether its operating system runs.</summary>
    public required RunState State { get; init; }

    /// <summary>Active logical processors. Sources: DHP-PROC-06, -11.</summary>
    [JsonRequired]
    public int ActiveProcessors { get; init; }

    /// <summary>Most logical processors it can ever have before the next start. Source: DHP-PROC-08.</summary>
    [JsonRequired]
    public int MaximumProcessors { get; init; }

    /// <summary>Affinity mask of the active processors of each group, 0 first. Sources: DHP-PROC-02, -25.</summary>
    [JsonRequired]
    public ImmutableArray<ulong> ActiveMasks { get; init; } = [];

    /// <summary>The active processors in ascending order of index; empty if numbering is not claimed.</summary>
    [JsonRequired]
    public ImmutableArray<LogicalProcessor> Processors { get; init; } = [];

    /// <summary>Physical memory in bytes. Source: DHP-ADDM-06.</summary>
    [JsonRequired]
    public long MemoryBytes { get; init; }

    /// <summary>Size of the paged pool in bytes; 0 if pools are not claimed. Source: DHP-ADDM-07.</summary>
    [JsonRequired]
    public long PagedPoolBytes { get; init; }

    /// <summary>Size of the nonpaged pool in bytes; 0 if pools are not claimed. Source: DHP-ADDM-07.</summary>
    [JsonRequired]
    public long NonpagedPoolBytes { get; init; }

    /// <summary>
    /// I/O host bridges that the operating system has started, in ascending order of id. Source: DHP-ADDI-02.
    /// </summary>
    [JsonRequired]
    public ImmutableArray<UnitId> Bridges { get; init; } = [];

    /// <summary>How the latest hot operation here ended; null if none was begun since start, or not claimed.</summary>
    [JsonRequired]
    public HotOperationStatus? LatestHotOperation { get; init; }

    /// <summary>Devices of registered drivers, in ascending order of driver.</summary>
    [JsonRequired]
    public ImmutableArray<DeviceObservation> Devices { get; init; } = [];

    /// <summary>Registered applications, in ascending order.</summary>
    [JsonRequired]
    public ImmutableArray<ApplicationObservation> Applications { get; init; } = [];
}
