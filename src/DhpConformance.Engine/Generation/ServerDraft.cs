using DhpConformance.Abstractions;

namespace DhpConformance.Engine.Generation;

/// <summary>
/// A server to which partitions and units are added one by one, as far as an implementation takes them, and which gets
/// its numbers in the end.
/// </summary>
/// <param name="limits">What the implementation can be reset to.</param>
internal sealed class ServerDraft(ServerLimits limits)
{
    /// <summary>The owner of a unit that no partition holds.</summary>
    public const int Free = -1;

    private readonly List<(UnitKind Kind, string Type, long Capacity, int Owner)> units = [];
    private readonly List<(int ProcessorLimit, long MemoryLimit)> partitions = [];
    private readonly Dictionary<int, Profile> neighbours = [];
    private long memoryLeft = limits.MemoryBytes ?? long.MaxValue;

    /// <summary>How many partitions it has.</summary>
    public int Partitions => partitions.Count;

    /// <summary>Whether the server is statically partitionable.</summary>
    public bool IsStatic { get; set; }

    /// <summary>Bytes of all modules of a partition, or of the free ones.</summary>
    public long MemoryOf(int owner) =>
        units.Where(unit => unit.Kind == UnitKind.MemoryModule && unit.Owner == owner).Sum(unit => unit.Capacity);

    /// <summary>Adds partitions, unless the implementation takes no more.</summary>
    public void AddPartitions(int count, int processorLimit, long memoryLimit)
    {
        for (var i = 0; i < count && partitions.Count < limits.Partitions; i++)
        {
            partitions.Add((processorLimit, memoryLimit));
        }
    }

    /// <summary>Sets the limits of a partition.</summary>
    public void Limit(int partition, int processors, long memory) => partitions[partition] = (processors, memory);

    /// <summary>Lets a partition run another operating system than the one that is judged.</summary>
    public void Run(int partition, Profile neighbour) => neighbours[partition] = neighbour;

    /// <summary>
    /// Adds units, unless the implementation takes no more or there is no such partition. Says how many were added.
    /// </summary>
    public int Add(int count, UnitKind kind, string type, long capacity, int owner = Free)
    {
        var added = 0;
        while (added < count && owner < partitions.Count && MayAdd(kind, capacity))
        {
            memoryLeft -= kind == UnitKind.MemoryModule ? capacity : 0;
            units.Add((kind, type, capacity, owner));
            added++;
        }

        return added;
    }

    /// <summary>The server, with unit and partition numbers of one of several kinds.</summary>
    public ServerSetup Build(Profile profile, ref RandomSource random)
    {
        var unitIds = Numbers(units.Count, ref random);
        var partitionIds = Numbers(partitions.Count, ref random);

        // Whoever reads a setup may rely on ascending numbers, and on nothing else.
        var built = units.Select((unit, place) => (unit.Owner, Unit: new PartitionUnit(
                new(unitIds[place]), unit.Kind, unit.Type, unit.Capacity, $"SN{place:D4}")))
            .OrderBy(one => one.Unit.Id.Value)
            .ToList();
        return new ServerSetup(
            IsStatic ? Partitionability.Static : Partitionability.Dynamic,
            [.. built.Select(one => one.Unit)],
            [
                .. partitions.Select((partition, place) => new PartitionSetup(
                        new(partitionIds[place]),
                        neighbours.GetValueOrDefault(place, profile),
                        partition.ProcessorLimit,
                        partition.MemoryLimit,
                        [.. built.Where(one => one.Owner == place).Select(one => one.Unit.Id)]))
                    .OrderBy(partition => partition.Id.Value),
            ]);
    }

    private bool MayAdd(UnitKind kind, long capacity)
    {
        var most = kind switch
        {
            UnitKind.Processor => limits.Processors,
            UnitKind.MemoryModule => limits.MemoryModules,
            _ => limits.IoHostBridges,
        };
        return units.Count(unit => unit.Kind == kind) < most
            && (kind != UnitKind.MemoryModule || capacity <= memoryLeft);
    }

    // In the order of their places without gaps, as nearly all setups have them; with gaps, in the other order, and
    // beyond the numbers that fit into one byte or two.
    private static int[] Numbers(int count, ref RandomSource random)
    {
        var (first, step) = random.Below(8) switch
        {
            0 => (1, 3),
            1 => (count - 1, -1),
            2 => (250, 1),
            3 => (65_530, 7),
            4 => (5 * count, -5),
            _ => (0, 1),
        };
        return [.. Enumerable.Range(0, count).Select(place => first + (place * step))];
    }
}
