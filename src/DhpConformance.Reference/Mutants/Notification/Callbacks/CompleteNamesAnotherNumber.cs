using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("SYN-07", "Complete names the number after that of the processor.")]
internal sealed class CompleteNamesAnotherNumber(OperatingSystem system, Registry consumers)
    : ProcessorCallbacks(system, consumers)
{
    internal override void Complete(LogicalProcessor processor) =>
        base.Complete(processor with { Number = processor.Number + 1 });
}
