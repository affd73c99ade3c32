using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("TOP-03", "A dynamic server assigns nothing while it is powered off.")]
internal sealed class AssignsOnlyWithPower(Machine machine) : Admission(machine)
{
    internal override RefusalReason? WhyNot(AssignUnit request) =>
        base.WhyNot(request) ?? (Machine.IsStatic || Machine.PoweredOn ? null : RefusalReason.NotRunning);
}
