using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("TOP-20", "A partition that is restarted loses the units that were hot added to it.")]
internal sealed class RestartForgetsHotAdded(Machine machine, Admission admission)
    : ServiceProcessor(machine, admission)
{
    private readonly HashSet<Unit> added = [];

    internal override Outcome Add(Unit unit, Partition partition)
    {
        added.Add(unit);
        return base.Add(unit, partition);
    }

    internal override Outcome Restart(Partition partition)
    {
        foreach (var unit in added.Where(unit => unit.Owner == partition))
        {
            unit.MoveTo(null);
        }

        return base.Restart(partition);
    }
}
