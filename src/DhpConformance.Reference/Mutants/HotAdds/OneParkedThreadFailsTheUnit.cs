using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("ADD-04", "A hot add fails as a whole if one component of the unit does not start.")]
internal sealed class OneParkedThreadFailsTheUnit(Machine machine, Admission admission)
    : ServiceProcessor(machine, admission)
{
    internal override Outcome Add(Unit unit, Partition partition)
    {
        if (unit.FailingComponents > 0)
        {
            unit.FailingComponents = unit.Components;
        }

        return base.Add(unit, partition);
    }
}
