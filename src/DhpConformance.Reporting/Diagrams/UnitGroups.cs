using System.Collections.Immutable;
using DhpConformance.Abstractions;

namespace DhpConformance.Reporting.Diagrams;

/// <summary>
/// Decides which units the diagrams of one sequence draw one by one. A server with few units is drawn unit by unit. In
/// a larger one only these are: units that a step names, that change, that will not start, or that differ at the end.
/// All others are drawn in groups of one kind, so that a server with hundreds of processors stays readable.
/// </summary>
public sealed class UnitGroups
{
    /// <summary>A server with at most so many units is drawn unit by unit.</summary>
    public const int MostUnitsWithoutGroups = 24;

    private readonly IReadOnlyCollection<ServerDiagram> diagrams;
    private readonly ImmutableHashSet<UnitId> grouped;

    private UnitGroups(IReadOnlyCollection<ServerDiagram> diagrams, ImmutableHashSet<UnitId> grouped)
    {
        this.diagrams = diagrams;
        this.grouped = grouped;
    }

    /// <summary>The most cells that one of the diagrams has; at least 0.</summary>
    public int MostCells => diagrams.Max(diagram =>
        diagram.Units.Select(unit => unit.Owner).Distinct().Sum(owner => Cells(diagram, owner).Length));

    /// <summary>The number of units that are drawn in groups; 0 if every unit is drawn alone.</summary>
    public int Grouped => Groups.Sum(part => part.Cell.Units.Length);

    // The units of a group are the same in all diagrams.
    private IEnumerable<(PartitionId? Owner, DiagramCell Cell)> Groups =>
        from owner in diagrams.First().Units.Select(unit => unit.Owner).Distinct()
        from cell in Cells(diagrams.First(), owner)
        where cell.IsGroup
        select (owner, cell);

    /// <summary>The groups of some diagrams.</summary>
    /// <param name="diagrams">The diagrams; one or more.</param>
    /// <param name="named">The units that are drawn alone in any case.</param>
    public static UnitGroups Of(IReadOnlyCollection<ServerDiagram> diagrams, IEnumerable<UnitId> named)
    {
        ArgumentNullException.ThrowIfNull(diagrams);
        if (diagrams.Max(diagram => diagram.Units.Length) <= MostUnitsWithoutGroups)
        {
            return new(diagrams, []);
        }

        var unchanged = diagrams.SelectMany(diagram => diagram.Units).GroupBy(unit => unit.Unit.Id)
            .Where(same => same.Count() == diagrams.Count
                && same.Select(unit => (unit.Owner, unit.Off)).Distinct().Count() == 1
                && !same.Any(unit => unit.Failing))
            .Select(same => same.Key);
        return new(diagrams, unchanged.ToImmutableHashSet().Except(named));
    }

    /// <summary>The cells of a partition, or of the units that no partition holds, in the order of the setup.</summary>
    /// <param name="diagram">One of the diagrams.</param>
    /// <param name="owner">The partition; null for none.</param>
    public ImmutableArray<DiagramCell> Cells(ServerDiagram diagram, PartitionId? owner)
    {
        ArgumentNullException.ThrowIfNull(diagram);
        return
        [
            .. diagram.Units.Where(unit => unit.Owner == owner)
                .GroupBy(unit => grouped.Contains(unit.Unit.Id)
                    ? (unit.Unit.Kind, unit.Off, Alone: null)
                    : (unit.Unit.Kind, unit.Off, Alone: (UnitId?)unit.Unit.Id))
                .Select(same => new DiagramCell([.. same])),
        ];
    }

    /// <summary>What the groups contain, as lines such as <c>p0: 40 processors, 2 LP each: u0, u1</c>.</summary>
    public IEnumerable<string> Lines()
    {
        return
            from part in Groups
            let owner = part.Owner
            let cell = part.Cell
            from same in cell.Units.GroupBy(unit => unit.Unit.Capacity)
            let units = same.ToList()
            let capacity = PictureWords.Capacity(units[0].Unit)
            select $"{owner?.ToString() ?? "Free"}: {PictureWords.Several(units[0].Unit.Kind, units.Count)}"
                + (cell.Units[0].Off ? ", switched off" : "")
                + (capacity.Length == 0 ? "" : $", {capacity}{(units.Count == 1 ? "" : " each")}")
                + $": {string.Join(", ", units.Select(unit => unit.Unit.Id))}";
    }
}

/// <summary>A place in a diagram: a unit, or a group of one kind.</summary>
/// <param name="Units">The units; one or more.</param>
public sealed record DiagramCell(ImmutableArray<DiagramUnit> Units)
{
    /// <summary>Whether several units share the place.</summary>
    public bool IsGroup => Units.Length > 1;

    /// <summary>The unit, or the first of the group.</summary>
    public DiagramUnit First => Units[0];

    /// <summary>The id of the unit, such as <c>u3</c>; the number of units in a group, such as <c>×40</c>.</summary>
    public string Name => IsGroup ? $"×{Units.Length}" : First.Unit.Id.ToString();

    /// <summary>What stands below: the condition of the unit, or the capacity of all.</summary>
    public string Detail => First.Off ? "off"
        : First.Failing ? "✕ will fail"
        : PictureWords.Capacity(First.Unit.Kind, Units.Sum(unit => unit.Unit.Capacity));
}
