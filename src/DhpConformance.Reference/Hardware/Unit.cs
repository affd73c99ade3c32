using DhpConformance.Abstractions;

namespace DhpConformance.Reference;

/// <summary>A partition unit in its socket: who holds it, where its switch is, and what is wrong with it.</summary>
internal sealed class Unit(PartitionUnit setup)
{
    public UnitId Id { get; } = setup.Id;

    public UnitKind Kind { get; } = setup.Kind;

    public string Type { get; } = setup.Type;

    public long Capacity { get; } = setup.Capacity;

    /// <summary>How many parts of it start, or do not, on their own.</summary>
    public int Components { get; } = setup.Kind == UnitKind.Processor ? (int)setup.Capacity : 1;

    /// <summary>The partition that holds it; null while it is free.</summary>
    public Partition? Owner { get; private set; }

    public UnitPower Power
    {
        get;
        set
        {
            field = value;
            IsShown = false;
        }
    }

    /// <summary>Whether its owner and its switch are as somebody who looked has seen them.</summary>
    public bool IsShown { get; private set; }

    /// <summary>How many components will not start the next time the unit joins a running partition.</summary>
    public int FailingComponents { get; set; }

    /// <summary>Its place in the list that it is in, so that it can leave without being looked for.</summary>
    public int Position { get; set; }

    /// <summary>Who holds it, and where its switch is.</summary>
    public UnitObservation Show()
    {
        IsShown = true;
        return new(Id, Owner?.Id, Power);
    }

    /// <summary>Leaves whoever holds it and goes to a partition, or to none.</summary>
    public void MoveTo(Partition? owner)
    {
        Owner?.Units(Kind).Remove(this);
        owner?.Units(Kind).Add(this);
        Owner = owner;
        IsShown = false;
    }
}
