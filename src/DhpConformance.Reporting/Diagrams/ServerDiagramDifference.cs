using System.Collections.Immutable;
using DhpConformance.Abstractions;

namespace DhpConformance.Reporting.Diagrams;

/// <summary>What a picture points at.</summary>
/// <param name="Units">Units.</param>
/// <param name="Partitions">Partitions.</param>
public sealed record Marked(ImmutableHashSet<UnitId> Units, ImmutableHashSet<PartitionId> Partitions)
{
    /// <summary>It points at nothing.</summary>
    public static Marked Nothing { get; } = new([], []);
}

/// <summary>Finds the differences between two diagrams.</summary>
internal static class ServerDiagramDifference
{
    public static Marked Between(ServerDiagram required, ServerDiagram observed)
    {
        var units = required.Units.ToDictionary(unit => unit.Unit.Id, Visible);
        var seen = observed.Units.ToDictionary(unit => unit.Unit.Id, Visible);
        var partitions = required.Partitions.ToDictionary(partition => partition.Id);
        return new(
            [.. units.Keys.Where(id => !seen.TryGetValue(id, out var there) || there != units[id])],
            [.. observed.Partitions.Where(there => partitions[there.Id] != there).Select(there => there.Id)]);
    }

    // Injected faults cannot be seen, and the switch of a unit in a partition says nothing.
    private static (PartitionId? Owner, bool Off) Visible(DiagramUnit unit) =>
        (unit.Owner, unit.Off && unit.Owner is null);
}
