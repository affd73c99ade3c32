using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("SYN-03", "No driver gets Failure for a processor that was accepted and does not start.")]
internal sealed class NoFailureIfItDoesNotStart(OperatingSystem system, Registry consumers)
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
        if (vetoed)
        {
            base.Fail(processor);
        }
    }
}
