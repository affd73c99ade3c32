using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("DYN-09", "A hot added unit ends up in another partition that runs.")]
internal sealed class AddsToTheNeighbour(Machine machine, Admission admission)
    : ServiceProcessor(machine, admission)
{
    internal override Outcome Add(Unit unit, Partition partition)
    {
        var outcome = base.Add(unit, partition);
        if (outcome == Outcome.Completed && Machine.RunningNeighbour(partition) is { } neighbour)
        {
            unit.MoveTo(neighbour);
        }

        return outcome;
    }
}
