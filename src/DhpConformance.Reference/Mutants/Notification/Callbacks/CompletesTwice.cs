using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("SYN-02", "Complete is sent twice.")]
internal sealed class CompletesTwice(OperatingSystem system, Registry consumers) : ProcessorCallbacks(system, consumers)
{
    internal override void Complete(LogicalProcessor processor)
    {
        base.Complete(processor);
        base.Complete(processor);
    }
}
