namespace DhpConformance.Reference.Variants;

/// <summary>What is parked of a module counts against the memory limit: it comes on line at the next start.</summary>
internal sealed class CountsParkedMemory(Machine machine) : Admission(machine)
{
    internal override bool ExceedsMemoryLimit(Partition partition, Unit module) =>
        module.Capacity > partition.MemoryLimit - partition.MemoryModules.Capacity;
}
