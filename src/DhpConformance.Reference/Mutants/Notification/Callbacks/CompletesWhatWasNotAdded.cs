using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("SYN-05", "A driver that accepted a processor gets Complete although the processor is not added.")]
internal sealed class CompletesWhatWasNotAdded(OperatingSystem system, Registry consumers)
    : ProcessorCallbacks(system, consumers)
{
    internal override void Fail(LogicalProcessor processor) => Complete(processor);
}
