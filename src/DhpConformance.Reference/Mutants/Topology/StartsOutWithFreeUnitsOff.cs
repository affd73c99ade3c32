using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("TOP-01", "Units that no partition holds are switched off after a reset.")]
internal sealed class StartsOutWithFreeUnitsOff : ServiceProcessor
{
    public StartsOutWithFreeUnitsOff(Machine machine, Admission admission)
        : base(machine, admission)
    {
        foreach (var unit in machine.Units.Where(unit => unit.Owner is null))
        {
            unit.Power = UnitPower.Off;
        }
    }
}
