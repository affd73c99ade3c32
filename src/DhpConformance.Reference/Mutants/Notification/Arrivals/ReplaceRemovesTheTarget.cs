using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("ASY-18", "Drivers are notified of the removal of a memory module that was replaced.")]
internal sealed class ReplaceRemovesTheTarget(Partition partition) : OperatingSystem(partition)
{
    internal override void Replace(Unit target, Unit spare)
    {
        base.Replace(target, spare);
        if (target.Kind == UnitKind.MemoryModule)
        {
            Services?.Arrivals.NotifyDrivers(NotificationKind.InterfaceRemoval, target, null);
        }
    }
}
