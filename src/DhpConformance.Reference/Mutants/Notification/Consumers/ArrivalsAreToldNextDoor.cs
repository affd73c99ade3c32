using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

/// <remarks>
/// To tell of a module that was there before may break ASY-02.
/// </remarks>
[Breaks("CON-05", "The arrival of a memory module is notified in another running partition as well.")]
internal sealed class ArrivalsAreToldNextDoor(Machine machine, Admission admission)
    : RemembersWhatLeft(machine, admission)
{
    internal override Outcome Add(Unit unit, Partition partition)
    {
        var outcome = base.Add(unit, partition);
        if (outcome == Outcome.Completed && unit.Kind == UnitKind.MemoryModule && !HasLeft(unit))
        {
            Machine.RunningNeighbour(partition)?.System.Services?.Arrivals.Arrived(unit, null);
        }

        return outcome;
    }
}
