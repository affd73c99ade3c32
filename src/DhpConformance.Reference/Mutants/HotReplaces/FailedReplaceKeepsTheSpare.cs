using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("REP-21", "A spare that does not start belongs to the partition all the same.")]
internal sealed class FailedReplaceKeepsTheSpare(Machine machine, Admission admission)
    : ServiceProcessor(machine, admission)
{
    internal override Outcome FailReplace(Unit target, Unit spare, Partition partition)
    {
        Join(spare, partition);
        return base.FailReplace(target, spare, partition);
    }
}
