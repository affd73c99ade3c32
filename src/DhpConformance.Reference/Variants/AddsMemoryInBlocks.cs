using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Variants;

/// <summary>
/// Adds each second module in part: the operating system takes some of its blocks on line. Of those that would not
/// start at all some come on line in part, too.
/// </summary>
internal sealed class AddsMemoryInBlocks(Machine machine, Admission admission) : ServiceProcessor(machine, admission)
{
    private int added;

    internal override Outcome Add(Unit unit, Partition partition)
    {
        if (unit.Kind != UnitKind.MemoryModule || unit.Capacity <= TraitVariants.Block || !IsTurn(unit))
        {
            return base.Add(unit, partition);
        }

        TakeFailingComponents(unit);
        Join(unit, partition);
        ((OnlinesBlocks)partition.System).IsPartial = true;
        partition.System.Add(unit, 1);
        partition.System.Record(HotOperation.Add, unit, OutcomeKind.PartlyCompleted);
        return Outcome.PartlyCompleted;
    }

    private bool IsTurn(Unit module)
    {
        added++;
        return module.FailingComponents > 0 ? added % 8 == 0 : added % 2 == 0;
    }
}
