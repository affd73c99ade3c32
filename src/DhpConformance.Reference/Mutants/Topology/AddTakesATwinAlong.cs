using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("TOP-09", "A hot add also maps a free unit that is identical to the one named.")]
internal sealed class AddTakesATwinAlong(Machine machine, Admission admission)
    : ServiceProcessor(machine, admission)
{
    internal override Outcome Add(Unit unit, Partition partition)
    {
        var outcome = base.Add(unit, partition);
        if (outcome == Outcome.Completed)
        {
            Machine.Units.FirstOrDefault(other => other.Owner is null && other.IsIdenticalTo(unit))?.MoveTo(partition);
        }

        return outcome;
    }
}
