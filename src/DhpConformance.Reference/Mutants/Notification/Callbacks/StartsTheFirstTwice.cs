using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("SYN-01", "The driver registered first is called with Start twice.")]
internal sealed class StartsTheFirstTwice(OperatingSystem system, Registry consumers)
    : ProcessorCallbacks(system, consumers)
{
    internal override bool Start(LogicalProcessor processor)
    {
        var accepted = base.Start(processor);
        if (accepted && Accepted.Count > 0)
        {
            Call(Accepted[0], NotificationKind.ProcessorStart, processor);
        }

        return accepted;
    }
}
