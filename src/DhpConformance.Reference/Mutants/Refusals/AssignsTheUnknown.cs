using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("REF-04", "The assignment of a unit or to a partition that there is not is answered as completed.")]
internal sealed class AssignsTheUnknown(Machine machine, Admission admission)
    : ServiceProcessor(machine, admission)
{
    internal override Outcome Apply(AssignUnit request) =>
        base.Apply(request) switch
        {
            { Refusal: RefusalReason.NotPresent } => Outcome.Completed,
            var outcome => outcome,
        };
}
