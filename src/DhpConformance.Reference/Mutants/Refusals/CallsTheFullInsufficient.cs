using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("REF-02", "A hot add beyond a limit is refused as insufficient.")]
internal sealed class CallsTheFullInsufficient(Machine machine) : Admission(machine)
{
    internal override RefusalReason? WhyNot(HotAdd request) =>
        base.WhyNot(request) switch
        {
            RefusalReason.LimitExceeded => RefusalReason.Insufficient,
            var reason => reason,
        };
}
