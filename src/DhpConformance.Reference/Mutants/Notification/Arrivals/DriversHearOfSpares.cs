using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

/// <remarks>
/// To tell of a module that was there when the driver registered breaks ASY-10.
/// </remarks>
[Breaks("ASY-03", "Drivers are notified of the arrival of a spare memory module.")]
internal sealed class DriversHearOfSpares(Machine machine, Admission admission) : RemembersWhatLeft(machine, admission)
{
    internal override Outcome Replace(Unit target, Unit spare, Partition partition)
    {
        var outcome = base.Replace(target, spare, partition);
        if (outcome == Outcome.Completed && spare.Kind == UnitKind.MemoryModule && !HasLeft(spare))
        {
            partition.System.Services?.Arrivals.NotifyDrivers(NotificationKind.InterfaceArrival, spare, null);
        }

        return outcome;
    }
}
