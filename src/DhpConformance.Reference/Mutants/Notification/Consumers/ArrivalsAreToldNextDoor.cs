using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("CON-05", "The arrival of a memory module is also told in another partition that runs.")]
internal sealed class ArrivalsAreToldNextDoor(Machine machine, Admission admission)
    : ServiceProcessor(machine, admission)
{
    internal override Outcome Add(Unit unit, Partition partition)
    {
        var outcome = base.Add(unit, partition);
        if (outcome == Outcome.Completed && unit.Kind == UnitKind.MemoryModule)
        {
            Machine.RunningNeighbour(partition)?.System.Services?.Arrivals.Arrived(unit, null);
        }

        return outcome;
    }
}
