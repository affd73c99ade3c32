using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("REB-02", "A hot added memory module starts a rebalance.")]
internal sealed class MemoryStartsARebalance(Machine machine, Admission admission)
    : RebalancesForNothing(machine, admission)
{
    internal override Outcome Add(Unit unit, Partition partition)
    {
        var outcome = base.Add(unit, partition);
        if (unit.Kind == UnitKind.MemoryModule && outcome == Outcome.Completed)
        {
            Rebalance(partition);
        }

        return outcome;
    }
}
