using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("SYN-03", "A driver that accepted a processor gets no Failure when another driver vetoes it.")]
internal sealed class NoFailureAfterAVeto(OperatingSystem system, Registry consumers)
    : ProcessorCallbacks(system, consumers)
{
    private bool vetoed;

    internal override bool Start(LogicalProcessor processor)
    {
        vetoed = !base.Start(processor);
        return !vetoed;
    }

    internal override void Fail(LogicalProcessor processor)
    {
        if (!vetoed)
        {
            base.Fail(processor);
        }
    }
}
