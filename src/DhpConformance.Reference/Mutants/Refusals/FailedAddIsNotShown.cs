using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("REF-03", "A hot add that has failed is not shown as the latest hot operation.")]
internal sealed class FailedAddIsNotShown(Machine machine, Admission admission)
    : ServiceProcessor(machine, admission)
{
    internal override Outcome FailAdd(Unit unit, Partition partition) => Outcome.Failed(FailureReason.StartFailed);
}
