using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("DYN-03", "A static server lets no unit be assigned even while it is powered off.")]
internal sealed class StaticServerNeverAssigns(Machine machine) : Admission(machine)
{
    internal override RefusalReason? WhyNot(AssignUnit request) =>
        base.WhyNot(request) ?? (Machine.IsStatic ? RefusalReason.NotDynamic : null);
}
