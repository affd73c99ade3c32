using DhpConformance.Abstractions;
using DhpConformance.Reference.Variants;

namespace DhpConformance.Reference.Mutants;

[Breaks("TRT-01", "It declares locks-unit-power, and units can be switched off while the server is on.")]
internal sealed class LocksOnlyPowerOff(Machine machine) : LocksPower(machine)
{
    internal override bool IsLocked(SwitchUnitPower request) =>
        request.Power == UnitPower.On && base.IsLocked(request);
}
