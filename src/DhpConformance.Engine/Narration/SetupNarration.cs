using DhpConformance.Abstractions;

namespace DhpConformance.Engine.Narration;

/// <summary>A server in sentences.</summary>
public static class SetupNarration
{
    /// <summary>One sentence for the server, one for each partition, one for the units that nobody holds.</summary>
    public static IEnumerable<string> Sentences(ServerSetup setup)
    {
        ArgumentNullException.ThrowIfNull(setup);
        var how = setup.Partitionability == Partitionability.Static ? "statically" : "dynamically";
        yield return $"The server is {how} partitionable and has {Quantity.Of(setup.Units.Length, "unit")}.";
        foreach (var partition in setup.Partitions)
        {
            yield return $"Partition {partition.Id} runs {partition.Profile.Name}, takes up to "
                + $"{Quantity.Of(partition.ProcessorLimit, "logical processor")} and "
                + $"{Quantity.Bytes(partition.MemoryLimit)}, and holds {Listed(setup, partition.Units.Contains)}.";
        }

        var held = setup.Partitions.SelectMany(partition => partition.Units).ToHashSet();
        yield return $"Free: {Listed(setup, id => !held.Contains(id))}.";
    }

    private static string Listed(ServerSetup setup, Func<UnitId, bool> wanted)
    {
        var units = setup.Units.Where(unit => wanted(unit.Id)).Select(Described).ToList();
        return units.Count == 0 ? "nothing" : string.Join(", ", units);
    }

    private static string Described(PartitionUnit unit) => unit.Kind switch
    {
        UnitKind.Processor => $"processor {unit.Id} ({unit.Type}, {Quantity.Of(unit.Capacity, "logical processor")})",
        UnitKind.MemoryModule => $"memory module {unit.Id} ({unit.Type}, {Quantity.Bytes(unit.Capacity)})",
        _ => $"I/O host bridge {unit.Id}",
    };
}
