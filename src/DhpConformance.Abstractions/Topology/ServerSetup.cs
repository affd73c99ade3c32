using System.Collections.Immutable;

namespace DhpConformance.Abstractions;

/// <summary>
/// Everything that is given about a server before the first operation. After a reset to it the server is powered on,
/// its service processor works, every partition is stopped, and every unit is switched on.
/// </summary>
/// <param name="Partitionability">Whether the map can change while the server runs.</param>
/// <param name="Units">All units present in the server, in ascending order of id.</param>
/// <param name="Partitions">All partitions, in ascending order of id; one or more.</param>
public sealed record ServerSetup(
    Partitionability Partitionability,
    ImmutableArray<PartitionUnit> Units,
    ImmutableArray<PartitionSetup> Partitions);
