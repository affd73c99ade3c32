using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("TOP-04", "A hot added memory module also counts in another partition that runs.")]
internal sealed class NeighbourGetsTheMemoryToo(Machine machine, Admission admission)
    : ServiceProcessor(machine, admission)
{
    internal override Outcome Add(Unit unit, Partition partition)
    {
        var outcome = base.Add(unit, partition);
        if (outcome == Outcome.Completed && unit.Kind == UnitKind.MemoryModule)
        {
            Machine.RunningNeighbour(partition)?.System.AddMemory(unit);
        }

        return outcome;
    }
}
