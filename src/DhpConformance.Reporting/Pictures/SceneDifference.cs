using System.Collections.Immutable;
using DhpConformance.Abstractions;

namespace DhpConformance.Reporting.Pictures;

/// <summary>What a picture points at.</summary>
/// <param name="Units">Units.</param>
/// <param name="Partitions">Partitions.</param>
public sealed record Marked(ImmutableHashSet<UnitId> Units, ImmutableHashSet<PartitionId> Partitions)
{
    /// <summary>It points at nothing.</summary>
    public static Marked Nothing { get; } = new([], []);
}

/// <summary>Finds what two scenes do not have in common.</summary>
internal static class SceneDifference
{
    public static Marked Between(Scene required, Scene observed)
    {
        // The injected faults and the power of a unit that a partition holds are nothing that one can see.
        var units = required.Units.ToDictionary(unit => unit.Unit.Id, unit => (unit.Owner, Off: unit.Off && unit.Owner is null));
        var seen = observed.Units.ToDictionary(unit => unit.Unit.Id, unit => (unit.Owner, Off: unit.Off && unit.Owner is null));
        var partitions = required.Partitions.ToDictionary(partition => partition.Id);
        return new(
            [.. units.Keys.Where(id => !seen.TryGetValue(id, out var there) || there != units[id])],
            [.. observed.Partitions.Where(there => partitions[there.Id] != there).Select(there => there.Id)]);
    }
}
