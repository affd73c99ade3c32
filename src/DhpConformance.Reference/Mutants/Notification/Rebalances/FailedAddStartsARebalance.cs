using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("REB-02", "A hot add that fails starts a rebalance.")]
internal sealed class FailedAddStartsARebalance(Machine machine, Admission admission)
    : RebalancesForNothing(machine, admission)
{
    internal override Outcome FailAdd(Unit unit, Partition partition)
    {
        Rebalance(partition);
        return base.FailAdd(unit, partition);
    }
}
