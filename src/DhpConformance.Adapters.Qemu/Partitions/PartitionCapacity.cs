namespace DhpConformance.Adapters.Qemu.Partitions;

/// <summary>What a machine is given room for when it is started, on top of what it needs to exist.</summary>
/// <param name="Processors">Slots for processors.</param>
/// <param name="MemoryModules">Slots for memory modules.</param>
/// <param name="MemoryBytes">Address space for memory modules.</param>
internal readonly record struct PartitionCapacity(int Processors, int MemoryModules, long MemoryBytes);
