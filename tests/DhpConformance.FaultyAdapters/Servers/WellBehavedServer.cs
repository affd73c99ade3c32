using DhpConformance.Abstractions;

namespace DhpConformance.FaultyAdapters.Servers;

/// <summary>
/// A server that knows the vocabulary and no rule: enough to have something sensible to say over a pipe.
/// </summary>
internal sealed class WellBehavedServer : IConcurrentServer
{
    private readonly Dictionary<UnitId, PartitionId> owners = [];
    private readonly HashSet<PartitionId> running = [];
    private ServerSetup setup = new(Partitionability.Dynamic, [], []);

    public Claims Claims { get; init; } = Claims.Of(Claim.HotAddProcessor, Claim.UnitPower);

    /// <summary>Whether what was assigned before a reset stays assigned after it.</summary>
    public bool Leaks { get; init; }

    public ImplementationDescription Describe() => new("well behaved", "1.2.3", Claims);

    public void Reset(ServerSetup setup)
    {
        this.setup = setup;
        running.Clear();
        if (!Leaks)
        {
            owners.Clear();
        }

        foreach (var partition in setup.Partitions)
        {
            foreach (var unit in partition.Units)
            {
                owners[unit] = partition.Id;
            }
        }
    }

    public Outcome Apply(Operation operation)
    {
        switch (operation)
        {
            case AssignUnit assign when owners.TryAdd(assign.Unit, assign.Partition):
                return Outcome.Completed;
            case AssignUnit:
                return Outcome.Refused(RefusalReason.InUse);
            case StartPartition start:
                running.Add(start.Partition);
                return Outcome.Completed;
            case Settle:
                return Outcome.Completed;
            default:
                return Outcome.Refused(RefusalReason.NotSupported);
        }
    }

    public Observation Observe() => new()
    {
        PoweredOn = true,
        Units = [.. setup.Units.Select(unit => new UnitObservation(unit.Id, OwnerOf(unit.Id), UnitPower.On))],
        Partitions = [.. setup.Partitions.Select(partition => Show(partition.Id))],
    };

    public IPartitionableServer Connect(int client) => this;

    public void Dispose()
    {
    }

    private PartitionId? OwnerOf(UnitId unit) => owners.TryGetValue(unit, out var owner) ? owner : null;

    /// <summary>A partition with something in every field, if it runs.</summary>
    private PartitionObservation Show(PartitionId id) => !running.Contains(id)
        ? new PartitionObservation { Id = id, State = RunState.Stopped }
        : new PartitionObservation
        {
            Id = id,
            State = RunState.Running,
            ActiveProcessors = 1,
            MaximumProcessors = 64,
            ActiveMasks = [ulong.MaxValue],
            Processors = [new LogicalProcessor(0, 0, 0, new UnitId(0))],
            MemoryBytes = 1L << 40,
            PagedPoolBytes = 1024,
            NonpagedPoolBytes = 512,
            Bridges = [new UnitId(2)],
            LatestHotOperation = new HotOperationStatus(HotOperation.Add, new UnitId(0), OutcomeKind.Completed),
            Devices = [new DeviceObservation(new ConsumerId(1), DeviceState.Started)],
            Applications = [new ApplicationObservation(new ConsumerId(2), [1])],
        };
}
