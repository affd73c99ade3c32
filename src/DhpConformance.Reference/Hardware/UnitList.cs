namespace DhpConformance.Reference;

/// <summary>
/// The units of one kind that a partition holds, in no order. Joining, leaving and knowing the total take the same
/// time however many there are: a server may have thousands.
/// </summary>
internal sealed class UnitList
{
    private readonly List<Unit> units = [];

    public int Count => units.Count;

    /// <summary>Logical processors or bytes of all of them together.</summary>
    public long Capacity { get; private set; }

    /// <summary>Differs from every earlier value once a unit has joined or left.</summary>
    public int Version { get; private set; }

    public Unit this[int position] => units[position];

    public void Add(Unit unit)
    {
        unit.Position = units.Count;
        units.Add(unit);
        Capacity += unit.Capacity;
        Version++;
    }

    public void Remove(Unit unit)
    {
        // The last one takes the vacant place, so that nobody else has to move.
        var last = units[^1];
        units[unit.Position] = last;
        last.Position = unit.Position;
        units.RemoveAt(units.Count - 1);
        Capacity -= unit.Capacity;
        Version++;
    }
}
