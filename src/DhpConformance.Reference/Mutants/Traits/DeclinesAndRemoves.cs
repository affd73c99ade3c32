using DhpConformance.Abstractions;
using DhpConformance.Reference.Variants;

namespace DhpConformance.Reference.Mutants;

[Breaks("TRT-01", "It declares removal-may-be-declined, and the unit is gone although the hot remove was declined.")]
internal sealed class DeclinesAndRemoves(Machine machine, Admission admission) : DeclinesRemovals(machine, admission)
{
    internal override Outcome Fail(Unit unit, Partition partition, FailureReason reason)
    {
        unit.MoveTo(null);
        partition.System.Remove(unit);
        return base.Fail(unit, partition, reason);
    }
}
