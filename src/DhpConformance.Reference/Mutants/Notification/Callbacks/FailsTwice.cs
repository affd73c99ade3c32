using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("SYN-03", "Failure is sent twice.")]
internal sealed class FailsTwice(OperatingSystem system, Audience audience) : ProcessorCallbacks(system, audience)
{
    internal override void Fail(LogicalProcessor processor)
    {
        base.Fail(processor);
        base.Fail(processor);
    }
}
