using System.Collections.Immutable;
using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("PROC-02", "The masks are those of the boot and miss every processor added since.")]
internal sealed class MaskOfTheBoot(Partition partition) : OperatingSystem(partition)
{
    private ImmutableArray<ulong> masks = [];

    internal override void Boot()
    {
        base.Boot();
        masks = Active.Masks();
    }

    internal override PartitionObservation Observe() =>
        Partition.Runs ? base.Observe() with { ActiveMasks = masks } : base.Observe();
}
