using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("REF-02", "A hot add to a partition that does not run is refused as not supported.")]
internal sealed class CallsTheStoppedUnsupported(Machine machine) : Admission(machine)
{
    internal override RefusalReason? WhyNot(HotAdd request) =>
        base.WhyNot(request) switch
        {
            RefusalReason.NotRunning => RefusalReason.NotSupported,
            var reason => reason,
        };
}
