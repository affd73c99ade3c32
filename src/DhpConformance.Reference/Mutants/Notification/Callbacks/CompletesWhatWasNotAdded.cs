using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("SYN-05", "Who accepted a processor that is not added is told Complete.")]
internal sealed class CompletesWhatWasNotAdded(OperatingSystem system, Audience audience)
    : ProcessorCallbacks(system, audience)
{
    internal override void Fail(LogicalProcessor processor) => Complete(processor);
}
