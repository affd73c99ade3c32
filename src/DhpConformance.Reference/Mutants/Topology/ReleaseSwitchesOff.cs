using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("TOP-08", "A unit is switched off when it is released.")]
internal sealed class ReleaseSwitchesOff(Machine machine, Admission admission)
    : ServiceProcessor(machine, admission)
{
    internal override Outcome Release(Unit unit)
    {
        unit.Power = UnitPower.Off;
        return base.Release(unit);
    }
}
