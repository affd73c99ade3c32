using DhpConformance.Reference.Variants;

namespace DhpConformance.Reference.Mutants;

[Breaks("TRT-01", "It declares memory-reserve, and shows all memory after a hot add.")]
internal sealed class ShowsReserveAfterHotAdd(Partition partition)
    : ShowsLessMemory(partition, TraitVariants.WithoutReserve)
{
    internal override void AddMemory(Unit module) => MemoryBytes = Partition.MemoryModules.Capacity;
}
