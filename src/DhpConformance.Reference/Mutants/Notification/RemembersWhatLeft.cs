using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

/// <summary>
/// Knows which units have left a running partition: they may have been there when somebody registered.
/// </summary>
internal abstract class RemembersWhatLeft(Machine machine, Admission admission) : ServiceProcessor(machine, admission)
{
    private readonly HashSet<Unit> left = [];

    protected bool HasLeft(Unit unit) => left.Contains(unit);

    internal override void Swap(Unit target, Unit spare, Partition partition)
    {
        left.Add(target);
        base.Swap(target, spare, partition);
    }

    internal override Outcome Remove(Unit unit, Partition partition)
    {
        left.Add(unit);
        return base.Remove(unit, partition);
    }
}
