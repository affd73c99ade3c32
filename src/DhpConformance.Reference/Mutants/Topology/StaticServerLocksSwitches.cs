using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("TOP-08", "A static server lets no unit be switched while it is powered on.")]
internal sealed class StaticServerLocksSwitches(Machine machine) : Admission(machine)
{
    internal override RefusalReason? WhyNot(SwitchUnitPower request) =>
        base.WhyNot(request) ?? (Machine.IsStatic && Machine.PoweredOn ? RefusalReason.NotDynamic : null);
}
