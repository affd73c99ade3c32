using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("SYN-09", "A processor that was vetoed stays mapped to the partition.")]
internal sealed class VetoedUnitStaysMapped(Machine machine, Admission admission) : ServiceProcessor(machine, admission)
{
    internal override Outcome FailAdd(Unit unit, Partition partition)
    {
        var outcome = base.FailAdd(unit, partition);
        if (outcome.Failure == FailureReason.Vetoed)
        {
            Join(unit, partition);
        }

        return outcome;
    }
}
