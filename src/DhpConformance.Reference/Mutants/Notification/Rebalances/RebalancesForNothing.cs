using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

/// <summary>
/// Starts rebalances for which there is no reason, at once, and only while none may be due in any partition: a question
/// that is due elsewhere breaks CON-05 and not REB-02. A device that fails restart would be lost, which breaks REB-17.
/// </summary>
internal abstract class RebalancesForNothing(Machine machine, Admission admission)
    : ServiceProcessor(machine, admission)
{
    private bool mayBeDue;

    internal override Outcome Add(Unit unit, Partition partition)
    {
        mayBeDue |= unit.Kind != UnitKind.MemoryModule;
        return base.Add(unit, partition);
    }

    internal override Outcome Apply(Settle request)
    {
        mayBeDue = false;
        return base.Apply(request);
    }

    protected void Rebalance(Partition partition)
    {
        if (!mayBeDue && partition.System.Services is { } services && !services.Registry.HasFragileDevice())
        {
            services.PlugAndPlay.ProcessorAdded();
            while (services.PlugAndPlay.GoOn())
            {
            }
        }
    }
}
