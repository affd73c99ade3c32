using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

/// <remarks>
/// To tell of a module that was there when the driver registered breaks ASY-10.
/// </remarks>
[Breaks("ASY-03", "Drivers are notified of the arrival of a memory module that did not start.")]
internal sealed class DriversHearOfFailedModules(Machine machine, Admission admission)
    : RemembersWhatLeft(machine, admission)
{
    internal override Outcome FailAdd(Unit unit, Partition partition)
    {
        if (unit.Kind == UnitKind.MemoryModule && !HasLeft(unit))
        {
            partition.System.Services?.Arrivals.NotifyDrivers(NotificationKind.InterfaceArrival, unit, null);
        }

        return base.FailAdd(unit, partition);
    }
}
