namespace DhpConformance.Reference.Mutants;

/// <summary>What a faulty part looks at although it should not.</summary>
internal static class Neighbours
{
    /// <summary>The first other partition that runs; null if there is none.</summary>
    public static Partition? RunningNeighbour(this Machine machine, Partition partition) =>
        machine.Partitions.FirstOrDefault(other => other != partition && other.Runs);

    /// <summary>Whether nothing but id and serial number tells the two units apart.</summary>
    public static bool IsIdenticalTo(this Unit unit, Unit other) =>
        unit.Kind == other.Kind && unit.Type == other.Type && unit.Capacity == other.Capacity;
}
