using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("REF-04", "A partition that the server does not have can be stopped.")]
internal sealed class StopsTheUnknown(Machine machine, Admission admission)
    : ServiceProcessor(machine, admission)
{
    internal override Outcome Apply(StopPartition request) =>
        base.Apply(request) switch
        {
            { Refusal: RefusalReason.NotPresent } => Outcome.Completed,
            var outcome => outcome,
        };
}
