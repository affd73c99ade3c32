using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks(
    "PROC-07",
    "A hot add of an I/O host bridge moves the logical processors of group 0 to their next numbers.")]
internal sealed class BridgeAddRenumbers(Partition partition) : OperatingSystem(partition)
{
    private bool moved;

    internal override void Boot()
    {
        base.Boot();
        moved = false;
    }

    internal override void Add(Unit unit, int components)
    {
        base.Add(unit, components);
        moved |= unit.Kind == UnitKind.IoHostBridge && Active.Masks()[0] >> 63 == 0 && ActiveCount < 64;
    }

    internal override PartitionObservation Observe()
    {
        var shown = base.Observe();
        return !moved || !Partition.Runs
            ? shown
            : shown with
            {
                ActiveMasks = shown.ActiveMasks.SetItem(0, shown.ActiveMasks[0] << 1),
                Processors =
                [
                    .. shown.Processors.Select(
                        each => each.Group > 0 ? each : each with { Number = each.Number + 1 }),
                ],
            };
    }
}
