using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("REF-05", "A unit that no partition holds can be released.")]
internal sealed class ReleasesFreeUnits(Machine machine, Admission admission)
    : ServiceProcessor(machine, admission)
{
    internal override Outcome Apply(ReleaseUnit request) =>
        base.Apply(request) switch
        {
            { Refusal: RefusalReason.NotAssigned } => Outcome.Completed,
            var outcome => outcome,
        };
}
