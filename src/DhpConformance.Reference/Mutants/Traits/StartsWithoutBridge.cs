using DhpConformance.Reference.Variants;

namespace DhpConformance.Reference.Mutants;

[Breaks("TRT-01", "It declares starts-only-with-bridge, and starts without one if there are two processors.")]
internal sealed class StartsWithoutBridge(Machine machine) : NeedsBridge(machine)
{
    internal override bool HasBridge(Partition partition) =>
        partition.Processors.Count > 1 || base.HasBridge(partition);
}
