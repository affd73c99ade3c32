namespace DhpConformance.Abstractions;

/// <summary>
/// Starts the operating system in a partition that does not run. The partition needs at least one processor and one
/// memory module. Sources: DHP-TOP-02, -16; decisions G-05, G-06.
/// </summary>
/// <param name="Partition">Must be stopped or crashed, with enough units, on a server that is powered on.</param>
public sealed record StartPartition(PartitionId Partition) : Operation;

/// <summary>Shuts a running or crashed partition down. It keeps its units. Source: DHP-TOP-20.</summary>
/// <param name="Partition">Must be running or crashed.</param>
public sealed record StopPartition(PartitionId Partition) : Operation;

/// <summary>Restarts a running or crashed partition with the units that it has. Source: DHP-TOP-20.</summary>
/// <param name="Partition">Must be running or crashed.</param>
public sealed record RestartPartition(PartitionId Partition) : Operation;

/// <summary>
/// Powers the server on again. Partitions stay stopped until they are started. Source: DHP-DYN-03.
/// </summary>
public sealed record PowerOnServer : Operation;

/// <summary>
/// Powers the whole server off: every partition stops, the service processor keeps the map and can change it.
/// Sources: DHP-DYN-03, DHP-TOP-20.
/// </summary>
public sealed record PowerOffServer : Operation;
