using DhpConformance.Abstractions;

namespace DhpConformance.Engine.Concurrency;

/// <summary>What can be asked of a server, by what it showed last.</summary>
internal sealed class ServerView(ServerSetup setup, Observation seen)
{
    /// <summary>Whether it is powered on.</summary>
    public bool IsOn => seen.PoweredOn;

    /// <summary>The partitions in this state.</summary>
    public List<PartitionId> In(RunState state) =>
        [.. seen.Partitions.Where(partition => partition.State == state).Select(partition => partition.Id)];

    /// <summary>The units that a partition holds, or that are free, of these kinds.</summary>
    public List<UnitId> HeldBy(PartitionId? owner, params ReadOnlySpan<UnitKind> kinds)
    {
        var wanted = kinds.ToArray();
        return
        [
            .. seen.Units.Where(unit => unit.Owner == owner && wanted.Contains(Unit(unit.Id).Kind))
                .Select(unit => unit.Id),
        ];
    }

    /// <summary>The kinds of unit with which the operating system of a partition supports an operation.</summary>
    public UnitKind[] Kinds(PartitionId partition, HotOperation operation) =>
    [
        .. Enum.GetValues<UnitKind>().Where(kind =>
            setup.Partitions.First(one => one.Id == partition).Profile.Supports(operation, kind)),
    ];

    /// <summary>A unit of the setup.</summary>
    public PartitionUnit Unit(UnitId id) => setup.Units.First(unit => unit.Id == id);

    /// <summary>Whether a partition holds a processor and a memory module.</summary>
    public bool CanStart(PartitionId partition) =>
        HeldBy(partition, UnitKind.Processor).Count > 0 && HeldBy(partition, UnitKind.MemoryModule).Count > 0;
}
