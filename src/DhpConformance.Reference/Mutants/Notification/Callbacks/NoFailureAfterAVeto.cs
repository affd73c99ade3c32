using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("SYN-03", "Who accepted a processor is not told that another driver vetoed it.")]
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
