using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("DYN-09", "A hot added memory module is used by the partition and stays free in the map.")]
internal sealed class UsesAddedMemoryUnmapped(Machine machine, Admission admission)
    : ServiceProcessor(machine, admission)
{
    internal override Outcome Add(Unit unit, Partition partition)
    {
        var outcome = base.Add(unit, partition);
        if (outcome == Outcome.Completed && unit.Kind == UnitKind.MemoryModule)
        {
            unit.MoveTo(null);
        }

        return outcome;
    }
}
