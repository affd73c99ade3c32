using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("SYN-05", "Who accepted a processor that is not added is told Complete.")]
internal sealed class CompletesWhatWasNotAdded(OperatingSystem system, Registry consumers)
    : ProcessorCallbacks(system, consumers)
{
    internal override void Fail(LogicalProcessor processor) => Complete(processor);
}
