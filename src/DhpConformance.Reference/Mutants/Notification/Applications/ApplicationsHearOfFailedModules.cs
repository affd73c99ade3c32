using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("APP-06", "Applications are notified of the arrival of a memory module that did not start.")]
internal sealed class ApplicationsHearOfFailedModules(Machine machine, Admission admission)
    : ServiceProcessor(machine, admission)
{
    internal override Outcome FailAdd(Unit unit, Partition partition)
    {
        if (unit.Kind == UnitKind.MemoryModule)
        {
            partition.System.Services?.Arrivals.NotifyApplications(NotificationKind.DeviceArrival, unit, null);
        }

        return base.FailAdd(unit, partition);
    }
}
