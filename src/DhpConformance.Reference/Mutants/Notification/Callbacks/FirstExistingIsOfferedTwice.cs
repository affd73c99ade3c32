using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("SYN-20", "The first existing processor is offered twice.")]
internal sealed class FirstExistingIsOfferedTwice(OperatingSystem system, Registry consumers)
    : ProcessorCallbacks(system, consumers)
{
    internal override bool OfferExisting(Driver driver, IReadOnlyList<LogicalProcessor> active)
    {
        Call(driver, NotificationKind.ProcessorStart, active[0]);
        return base.OfferExisting(driver, active);
    }
}
