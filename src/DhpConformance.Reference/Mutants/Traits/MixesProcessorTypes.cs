using DhpConformance.Reference.Variants;

namespace DhpConformance.Reference.Mutants;

[Breaks("TRT-01", "It declares one-processor-type-per-partition, and mixes types once a partition has two processors.")]
internal sealed class MixesProcessorTypes(Machine machine) : KeepsOneProcessorType(machine)
{
    internal override bool Fits(Unit unit, Partition partition) =>
        partition.Processors.Count > 1 || base.Fits(unit, partition);
}
