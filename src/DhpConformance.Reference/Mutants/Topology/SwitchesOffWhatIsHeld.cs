using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("TOP-08", "A unit of a stopped partition can be switched off.")]
internal sealed class SwitchesOffWhatIsHeld(Machine machine) : Admission(machine)
{
    internal override bool IsTaken(Unit unit, Operation request) =>
        base.IsTaken(unit, request) && !(request is SwitchUnitPower && unit.Owner?.State == RunState.Stopped);
}
