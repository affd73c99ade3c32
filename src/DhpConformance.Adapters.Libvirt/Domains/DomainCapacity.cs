namespace DhpConformance.Adapters.Libvirt.Domains;

/// <summary>The most that a domain can take, on top of what it needs to exist.</summary>
/// <param name="Processors">Processors, 0 or more.</param>
/// <param name="SpareSlots">Places for processors behind these, which no unit may use.</param>
/// <param name="MemoryModules">Slots for memory modules, 1 or more.</param>
/// <param name="MemoryBytes">Bytes of all memory modules.</param>
internal readonly record struct DomainCapacity(int Processors, int SpareSlots, int MemoryModules, long MemoryBytes);
