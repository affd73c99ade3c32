using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("SYN-02", "Of several drivers that were called with Start only the last is called with Complete.")]
internal sealed class OnlyTheNewestHearsComplete(OperatingSystem system, Registry consumers)
    : ProcessorCallbacks(system, consumers)
{
    internal override void Complete(LogicalProcessor processor)
    {
        if (Accepted.Count > 1)
        {
            Accepted.RemoveRange(0, Accepted.Count - 1);
        }

        base.Complete(processor);
    }
}
