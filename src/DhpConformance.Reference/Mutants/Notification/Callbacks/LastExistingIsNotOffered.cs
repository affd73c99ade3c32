using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("SYN-20", "Of several existing processors the last is not offered.")]
internal sealed class LastExistingIsNotOffered(OperatingSystem system, Registry consumers)
    : ProcessorCallbacks(system, consumers)
{
    internal override bool OfferExisting(Driver driver, IReadOnlyList<LogicalProcessor> active) =>
        base.OfferExisting(driver, active.Count > 1 ? [.. active.SkipLast(1)] : active);
}
