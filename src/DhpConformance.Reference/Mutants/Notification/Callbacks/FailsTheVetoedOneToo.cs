using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("SYN-25", "After a veto at registration Failure comes for the vetoed processor too.")]
internal sealed class FailsTheVetoedOneToo(OperatingSystem system, Registry consumers)
    : ProcessorCallbacks(system, consumers)
{
    internal override bool OfferExisting(Driver driver, IReadOnlyList<LogicalProcessor> active)
    {
        var accepted = base.OfferExisting(driver, active);
        if (!accepted)
        {
            Call(driver, NotificationKind.ProcessorFailure, active[driver.Offered - 1], Message.Error);
        }

        return accepted;
    }
}
