using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("SYN-07", "Callbacks number the processors of a group from 1 where the system numbers them from 0.")]
internal sealed class CallbacksCountFromOne(OperatingSystem system, Registry consumers)
    : ProcessorCallbacks(system, consumers)
{
    private static LogicalProcessor FromOne(LogicalProcessor processor) =>
        processor with { Number = processor.Number + 1 };

    internal override bool Start(LogicalProcessor processor) => base.Start(FromOne(processor));

    internal override void Complete(LogicalProcessor processor) => base.Complete(FromOne(processor));

    internal override void Fail(LogicalProcessor processor) => base.Fail(FromOne(processor));
}
