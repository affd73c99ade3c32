using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("REF-03", "What a unit brings is counted in the partition though its hot add has failed.")]
internal sealed class FailedAddCountsAnyway(Machine machine, Admission admission)
    : ServiceProcessor(machine, admission)
{
    internal override Outcome FailAdd(Unit unit, Partition partition)
    {
        partition.System.Add(unit, 1);
        return base.FailAdd(unit, partition);
    }
}
