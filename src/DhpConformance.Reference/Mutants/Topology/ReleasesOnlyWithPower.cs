using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("TOP-14", "A dynamic server releases nothing while it is powered off.")]
internal sealed class ReleasesOnlyWithPower(Machine machine) : Admission(machine)
{
    internal override RefusalReason? WhyNot(ReleaseUnit request) =>
        base.WhyNot(request) ?? (Machine.IsStatic || Machine.PoweredOn ? null : RefusalReason.NotRunning);
}
