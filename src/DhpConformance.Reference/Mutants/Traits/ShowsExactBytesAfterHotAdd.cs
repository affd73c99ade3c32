using DhpConformance.Reference.Variants;

namespace DhpConformance.Reference.Mutants;

[Breaks("TRT-01", "It declares rounds-to, and shows all bytes after a hot add.")]
internal sealed class ShowsExactBytesAfterHotAdd(Partition partition)
    : ShowsLessMemory(partition, TraitVariants.Rounded)
{
    internal override void AddMemory(Unit module) => MemoryBytes = Partition.MemoryModules.Capacity;
}
