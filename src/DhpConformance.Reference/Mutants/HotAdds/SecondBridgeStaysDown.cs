using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("ADD-30", "The second I/O host bridge hot added to a partition is not started before the next boot.")]
internal sealed class SecondBridgeStaysDown(Partition partition) : OperatingSystem(partition)
{
    private int adds;
    private Unit? down;

    internal override void Add(Unit unit, int components)
    {
        base.Add(unit, components);
        if (unit.Kind == UnitKind.IoHostBridge && ++adds == 2)
        {
            down = unit;
        }
    }

    internal override void Boot()
    {
        base.Boot();
        down = null;
    }

    internal override bool StartsBridge(Unit bridge) => bridge != down;
}
