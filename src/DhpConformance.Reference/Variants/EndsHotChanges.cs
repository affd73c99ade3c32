using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Variants;

/// <summary>Gives a partition back what it held at its start when its operating system ends.</summary>
internal class EndsHotChanges(Machine machine, KnowsHotChanges admission) : ServiceProcessor(machine, admission)
{
    protected KnowsHotChanges Known { get; } = admission;

    internal override Outcome Start(Partition partition)
    {
        End(partition);
        var outcome = base.Start(partition);
        Known.Begin(partition);
        return outcome;
    }

    internal override Outcome Stop(Partition partition)
    {
        End(partition);
        return base.Stop(partition);
    }

    internal override Outcome Assign(Unit unit, Partition partition)
    {
        Known.Give(unit, partition);
        return base.Assign(unit, partition);
    }

    internal override void Join(Unit unit, Partition partition)
    {
        Known.Give(unit, partition);
        base.Join(unit, partition);
    }

    internal virtual void End(Partition partition)
    {
        foreach (var unit in Known.Leaving(partition))
        {
            unit.MoveTo(null);
        }

        foreach (var unit in Known.Returning(partition))
        {
            unit.MoveTo(partition);
            unit.Power = UnitPower.On;
            unit.FailingComponents = 0;
        }
    }
}

/// <summary>Knows what each partition held at its start, and whether it could start with that.</summary>
internal sealed class KnowsHotChanges(Machine machine) : Admission(machine)
{
    private readonly Dictionary<Partition, List<Unit>> atStart = [];

    /// <summary>A partition has started with what it holds.</summary>
    public void Begin(Partition partition) =>
        atStart[partition] = [.. Machine.Units.Where(unit => unit.Owner == partition)];

    /// <summary>A unit goes to a partition: no other gets it back.</summary>
    public void Give(Unit unit, Partition partition)
    {
        foreach (var (other, units) in atStart)
        {
            if (other != partition)
            {
                units.Remove(unit);
            }
        }
    }

    /// <summary>What a partition that is up has got since its start.</summary>
    public List<Unit> Leaving(Partition partition) => partition.State == RunState.Stopped
        ? []
        : [.. Machine.Units.Where(unit => unit.Owner == partition && !atStart[partition].Contains(unit))];

    /// <summary>What such a partition has given away since, and nobody else has got.</summary>
    public List<Unit> Returning(Partition partition) => partition.State == RunState.Stopped
        ? []
        : [.. atStart[partition].Where(unit => unit.Owner is null)];

    internal override bool HasProcessor(Partition partition) => Count(partition, UnitKind.Processor) > 0;

    internal override bool HasMemory(Partition partition) => Count(partition, UnitKind.MemoryModule) > 0;

    private int Count(Partition partition, UnitKind kind) => partition.Units(kind).Count
        + Returning(partition).Count(unit => unit.Kind == kind)
        - Leaving(partition).Count(unit => unit.Kind == kind);
}
