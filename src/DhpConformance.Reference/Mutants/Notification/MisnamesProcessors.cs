using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

/// <summary>
/// Names a wrong number for processors that arrive. One that was here before is named rightly: with two arrivals of one
/// unit, the wrong one could be taken for the other, and the right one be missed.
/// </summary>
internal abstract class MisnamesProcessors(Partition partition) : OperatingSystem(partition)
{
    private readonly HashSet<UnitId> left = [];

    protected abstract bool IsMisnamed(Message message);

    internal override void Replace(Unit target, Unit spare)
    {
        base.Replace(target, spare);
        left.Add(target.Id);
    }

    internal override void Remove(Unit unit)
    {
        base.Remove(unit);
        left.Add(unit.Id);
    }

    internal override void Tell(Message message) =>
        base.Tell(message is { Processor: { } right, Unit: { } unit } && !left.Contains(unit) && IsMisnamed(message)
            ? message with { Processor = right with { Number = 63 - right.Number } }
            : message);
}
