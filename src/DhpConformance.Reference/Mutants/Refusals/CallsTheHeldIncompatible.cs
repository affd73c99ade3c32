using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("REF-02", "A spare that a partition holds is refused as incompatible.")]
internal sealed class CallsTheHeldIncompatible(Machine machine) : Admission(machine)
{
    internal override RefusalReason? WhyNot(HotReplace request) =>
        base.WhyNot(request) switch
        {
            RefusalReason.InUse => RefusalReason.Incompatible,
            var reason => reason,
        };
}
