using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("TOP-08", "Units that were switched off are on after the server was powered on.")]
internal sealed class PowerCycleSwitchesUnitsOn(Machine machine, Admission admission)
    : ServiceProcessor(machine, admission)
{
    internal override Outcome PowerOn()
    {
        foreach (var unit in Machine.Units)
        {
            unit.Power = UnitPower.On;
        }

        return base.PowerOn();
    }
}
