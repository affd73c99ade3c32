using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("REF-02", "A unit that the server does not have is refused as invalid.")]
internal sealed class CallsTheUnknownInvalid(Machine machine) : Admission(machine)
{
    internal override RefusalReason? WhyNot(AssignUnit request) =>
        base.WhyNot(request) switch
        {
            RefusalReason.NotPresent => RefusalReason.Invalid,
            var reason => reason,
        };
}
