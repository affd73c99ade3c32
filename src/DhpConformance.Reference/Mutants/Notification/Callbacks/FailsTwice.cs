using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

/// <remarks>
/// For one that vetoed the processor before, the second could be the Failure of that one, and break SYN-08.
/// </remarks>
[Breaks("SYN-03", "Failure is sent twice.")]
internal sealed class FailsTwice(OperatingSystem system, Registry consumers) : ProcessorCallbacks(system, consumers)
{
    internal override void Fail(LogicalProcessor processor)
    {
        base.Fail(processor);
        foreach (var driver in Accepted.Where(driver => driver.Script.VetoesStart is null))
        {
            Call(driver, NotificationKind.ProcessorFailure, processor, Message.Error);
        }
    }
}
