using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("TOP-08", "A unit that was switched off is still off after it was assigned.")]
internal sealed class AssignLeavesUnitOff(Machine machine, Admission admission)
    : ServiceProcessor(machine, admission)
{
    internal override Outcome Assign(Unit unit, Partition partition)
    {
        var before = unit.Power;
        var outcome = base.Assign(unit, partition);
        unit.Power = before;
        return outcome;
    }
}
