using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("SYN-06", "Failure comes with the status of success.")]
internal sealed class FailureSaysSuccess(OperatingSystem system, Registry consumers)
    : ProcessorCallbacks(system, consumers)
{
    internal override void Fail(LogicalProcessor processor) =>
        Accepted.ForEach(driver => Call(driver, NotificationKind.ProcessorFailure, processor));
}
