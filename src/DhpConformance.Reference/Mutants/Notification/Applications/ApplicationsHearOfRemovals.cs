using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("APP-06", "Applications are notified of the removal of a memory module that was replaced.")]
internal sealed class ApplicationsHearOfRemovals(Partition partition) : OperatingSystem(partition)
{
    internal override void Replace(Unit target, Unit spare)
    {
        base.Replace(target, spare);
        if (target.Kind == UnitKind.MemoryModule)
        {
            Services?.Arrivals.NotifyApplications(NotificationKind.DeviceRemoval, target, null);
        }
    }
}
