using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("TOP-04", "How a hot add ended is shown in another partition that runs as well.")]
internal sealed class NeighbourShowsTheStatusToo(Machine machine, Admission admission)
    : ServiceProcessor(machine, admission)
{
    internal override Outcome Add(Unit unit, Partition partition)
    {
        var outcome = base.Add(unit, partition);
        if (outcome == Outcome.Completed)
        {
            Machine.RunningNeighbour(partition)?.System.Record(HotOperation.Add, unit, outcome.Kind);
        }

        return outcome;
    }
}
