using DhpConformance.Reference.Variants;

namespace DhpConformance.Reference.Mutants;

[Breaks("TRT-01", "It declares memory-in-blocks, and half a block comes on line.")]
internal sealed class OnlinesHalfBlocks(Partition partition) : OnlinesBlocks(partition)
{
    internal override long OnlineOf(Unit module) => base.OnlineOf(module) - (TraitVariants.Block / 2);
}
