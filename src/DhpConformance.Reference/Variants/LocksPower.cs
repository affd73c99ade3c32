using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Variants;

/// <summary>Switches the power of a unit of a static server only while the server is off.</summary>
internal class LocksPower(Machine machine) : Admission(machine)
{
    internal override RefusalReason? WhyNot(SwitchUnitPower request) =>
        base.WhyNot(request) ?? (IsLocked(request) ? RefusalReason.NotDynamic : null);

    internal virtual bool IsLocked(SwitchUnitPower request) => IsFrozen(request);
}
