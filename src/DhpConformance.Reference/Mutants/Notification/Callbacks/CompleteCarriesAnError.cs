using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("SYN-06", "Complete comes with an error.")]
internal sealed class CompleteCarriesAnError(OperatingSystem system, Registry consumers)
    : ProcessorCallbacks(system, consumers)
{
    internal override void Complete(LogicalProcessor processor) =>
        Accepted.ForEach(driver => Call(driver, NotificationKind.ProcessorComplete, processor, Message.Error));
}
