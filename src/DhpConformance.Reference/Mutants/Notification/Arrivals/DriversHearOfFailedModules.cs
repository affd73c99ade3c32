using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("ASY-03", "Drivers are told of the arrival of a memory module that did not start.")]
internal sealed class DriversHearOfFailedModules(Machine machine, Admission admission)
    : ServiceProcessor(machine, admission)
{
    internal override Outcome FailAdd(Unit unit, Partition partition)
    {
        if (unit.Kind == UnitKind.MemoryModule)
        {
            partition.System.Services?.Arrivals.TellDrivers(NotificationKind.InterfaceArrival, unit, null);
        }

        return base.FailAdd(unit, partition);
    }
}
