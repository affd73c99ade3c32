using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("SYN-05", "The last of several drivers gets Failure for a processor that was added.")]
internal sealed class FailsWhatWasAdded(OperatingSystem system, Registry consumers)
    : ProcessorCallbacks(system, consumers)
{
    internal override void Complete(LogicalProcessor processor)
    {
        for (var i = 0; i < Accepted.Count; i++)
        {
            if (i > 0 && i == Accepted.Count - 1)
            {
                Call(Accepted[i], NotificationKind.ProcessorFailure, processor, Message.Error);
            }
            else
            {
                Call(Accepted[i], NotificationKind.ProcessorComplete, processor);
            }
        }
    }
}
