using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("REF-03", "A unit that was switched off is on after its hot add has failed.")]
internal sealed class FailedAddSwitchesOn(Machine machine, Admission admission)
    : ServiceProcessor(machine, admission)
{
    internal override Outcome FailAdd(Unit unit, Partition partition)
    {
        unit.Power = UnitPower.On;
        return base.FailAdd(unit, partition);
    }
}
