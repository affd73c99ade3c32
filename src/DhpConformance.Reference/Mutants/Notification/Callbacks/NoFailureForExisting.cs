using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("SYN-25", "After a veto at registration no Failure follows.")]
internal sealed class NoFailureForExisting(OperatingSystem system, Registry consumers)
    : ProcessorCallbacks(system, consumers)
{
    private bool existing;

    internal override bool OfferExisting(Driver driver, IReadOnlyList<LogicalProcessor> active)
    {
        existing = true;
        var accepted = base.OfferExisting(driver, active);
        existing = false;
        return accepted;
    }

    protected override void Call(Driver driver, NotificationKind kind, LogicalProcessor processor, int status = 0)
    {
        if (!existing || kind != NotificationKind.ProcessorFailure)
        {
            base.Call(driver, kind, processor, status);
        }
    }
}
