using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("SYN-24", "After a veto at registration the next existing processor is offered too.")]
internal sealed class OffersOnAfterAVeto(OperatingSystem system, Registry consumers)
    : ProcessorCallbacks(system, consumers)
{
    internal override bool OfferExisting(Driver driver, IReadOnlyList<LogicalProcessor> active)
    {
        var accepted = base.OfferExisting(driver, active);
        if (!accepted && driver.Offered < active.Count)
        {
            Call(driver, NotificationKind.ProcessorStart, active[driver.Offered]);
        }

        return accepted;
    }
}
