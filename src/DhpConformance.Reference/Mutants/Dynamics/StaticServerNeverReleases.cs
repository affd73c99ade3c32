using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("DYN-03", "A static server lets no unit be released even while it is powered off.")]
internal sealed class StaticServerNeverReleases(Machine machine) : Admission(machine)
{
    internal override RefusalReason? WhyNot(ReleaseUnit request) =>
        base.WhyNot(request) ?? (Machine.IsStatic ? RefusalReason.NotDynamic : null);
}
