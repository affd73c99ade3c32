using System.Collections.Immutable;

namespace DhpConformance.Abstractions;

/// <summary>A hardware partition as it is configured before anything runs.</summary>
/// <param name="Id">Unique among the partitions of a server.</param>
/// <param name="Profile">The operating system that runs in it. Source: DHP-TOP-02.</param>
/// <param name="ProcessorLimit">
/// Most logical processors that the firmware provides for in this partition, 1 or more. The profile may have a
/// lower limit of its own; the lower of the two is the partition's maximum. Source: DHP-PROC-08; decision G-40.
/// </param>
/// <param name="MemoryLimit">Most bytes of memory that the firmware provides for, 1 or more. Decision G-60.</param>
/// <param name="Units">The units mapped to it at the beginning, in ascending order of id.</param>
public sealed record PartitionSetup(
    PartitionId Id,
    Profile Profile,
    int ProcessorLimit,
    long MemoryLimit,
    ImmutableArray<UnitId> Units);
