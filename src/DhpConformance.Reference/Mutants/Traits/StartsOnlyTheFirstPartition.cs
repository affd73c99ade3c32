using DhpConformance.Reference.Variants;

namespace DhpConformance.Reference.Mutants;

[Breaks("TRT-01", "It declares starts-partitions-at-power-on, and starts the first one only.")]
internal sealed class StartsOnlyTheFirstPartition(Machine machine, Admission admission)
    : StartsAtPowerOn(machine, admission)
{
    internal override bool Starts(Partition partition) => partition == Machine.Partitions[0];
}
