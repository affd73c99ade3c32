namespace DhpConformance.Reference.Mutants;

[Breaks("ADD-20", "A hot added memory module counts with the capacity of the first that the partition holds.")]
internal sealed class AllModulesCountAsTheFirst(Partition partition) : OperatingSystem(partition)
{
    internal override void AddMemory(Unit module) => MemoryBytes += Partition.MemoryModules[0].Capacity;
}
