using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Variants;

/// <summary>Keeps a unit that was replaced out of use.</summary>
internal sealed class RetiresReplaced(Machine machine, KnowsRetired admission) : ServiceProcessor(machine, admission)
{
    internal override void Swap(Unit target, Unit spare, Partition partition)
    {
        base.Swap(target, spare, partition);
        admission.Retired.Add(target);
    }
}

/// <summary>Refuses whatever asks for a unit that was replaced.</summary>
internal class KnowsRetired(Machine machine) : Admission(machine)
{
    /// <summary>The units that were replaced.</summary>
    public HashSet<Unit> Retired { get; } = [];

    internal override bool IsTaken(Unit unit, Operation request) =>
        base.IsTaken(unit, request) || Retired.Contains(unit);
}
