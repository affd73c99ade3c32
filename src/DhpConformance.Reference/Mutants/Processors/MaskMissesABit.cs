using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("PROC-02", "The mask of group 0 lacks its lowest bit if more than one processor is active.")]
internal sealed class MaskMissesABit(Partition partition) : OperatingSystem(partition)
{
    internal override PartitionObservation Observe()
    {
        var shown = base.Observe();
        if (shown.ActiveProcessors < 2)
        {
            return shown;
        }

        var mask = shown.ActiveMasks[0];
        return shown with { ActiveMasks = shown.ActiveMasks.SetItem(0, mask & (mask - 1)) };
    }
}
