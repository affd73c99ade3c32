using DhpConformance.Reference.Variants;

namespace DhpConformance.Reference.Mutants;

[Breaks("TRT-01", "It declares restarts-after-crash, and a partition with two processors stays crashed.")]
internal sealed class RestartsOnlySmallPartitions(Machine machine, Admission admission)
    : RestartsCrashed(machine, admission)
{
    internal override bool Restarts(Partition partition) => partition.Processors.Count < 2;
}
