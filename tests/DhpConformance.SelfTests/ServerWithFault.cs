using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Reference;

namespace DhpConformance.SelfTests;

/// <summary>
/// A right server that goes wrong only from a size on, or only after many operations. What it does wrong then is easy
/// to see; what is hard is to get there.
/// </summary>
internal sealed class ServerWithFault(ServerFault fault) : IPartitionableServer
{
    private readonly ReferenceServer server = new();
    private readonly ServerHistory history = new();

    public ImplementationDescription Describe() => server.Describe();

    public void Reset(ServerSetup setup)
    {
        history.Begin(setup);
        server.Reset(fault.Setup(setup));
    }

    public Outcome Apply(Operation operation)
    {
        var outcome = server.Apply(fault.Request(operation));
        history.Add(operation, outcome);
        return (outcome.Kind == OutcomeKind.Completed && fault.LosesAnswer(history, operation))
            || fault.LosesOutcome(history, operation, outcome)
            ? Outcome.Refused(RefusalReason.Busy)
            : outcome;
    }

    // A page of the memory of each partition is lost.
    public Observation Observe()
    {
        var observation = server.Observe();
        observation = observation with
        {
            Notifications =
            [
                .. observation.Notifications.Select(notice => fault.Notice(history, notice)).OfType<Notification>(),
            ],
        };
        observation = fault.Observed(observation);
        return !fault.LosesMemory(history, observation) ? observation : observation with
        {
            Partitions = [.. observation.Partitions.Select(partition => partition with
            {
                MemoryBytes = partition.State == RunState.Running ? partition.MemoryBytes - 4096 : 0,
            })],
        };
    }

    public void Dispose() => server.Dispose();
}

/// <summary>When a server goes wrong, and how.</summary>
internal sealed record ServerFault
{
    public Func<Operation, Operation> Request { get; init; } = operation => operation;

    public Func<ServerHistory, Operation, bool> LosesAnswer { get; init; } = (_, _) => false;

    public Func<ServerHistory, Operation, Outcome, bool> LosesOutcome { get; init; } = (_, _, _) => false;

    public Func<ServerSetup, ServerSetup> Setup { get; init; } = setup => setup;

    public Func<ServerHistory, Notification, Notification?> Notice { get; init; } = (_, notice) => notice;

    public Func<Observation, Observation> Observed { get; init; } = observation => observation;

    public Func<ServerHistory, Observation, bool> LosesMemory { get; init; } = (_, _) => false;
}

/// <summary>What was done to a server since it was reset.</summary>
internal sealed class ServerHistory
{
    private readonly Dictionary<(Type Operation, Outcome Outcome), int> times = [];
    private readonly Dictionary<(Type Operation, Outcome Outcome, UnitId? Unit), int> timesOfUnit = [];
    private readonly Dictionary<(PartitionId Partition, UnitId Unit), int> vetoes = [];

    public ImmutableDictionary<UnitId, PartitionUnit> Units { get; private set; } =
        ImmutableDictionary<UnitId, PartitionUnit>.Empty;

    public ImmutableArray<PartitionId> Partitions { get; private set; } = [];

    // How far each partition has come from a hot add that was partly completed: 1 after it, 2 crashed, 3 stopped then,
    // 4 started then.
    public ImmutableDictionary<PartitionId, int> AfterParking { get; private set; } =
        ImmutableDictionary<PartitionId, int>.Empty;

    public int Adds { get; private set; }

    public int Replaces { get; private set; }

    public int Hot { get; private set; }

    public int Refusals { get; private set; }

    public int RefusalsBefore { get; private set; }

    // How often an operation has ended like that since the reset.
    public int Times(Operation operation, Outcome outcome) =>
        times.GetValueOrDefault((operation.GetType(), outcome));

    // The same, of operations that name the same unit.
    public int TimesOfUnit(Operation operation, Outcome outcome) =>
        timesOfUnit.GetValueOrDefault((operation.GetType(), outcome, UnitOf(operation)));

    // How often the drivers of a partition have vetoed all of a unit since the latest start of the partition.
    public int Vetoes(HotAdd add) => vetoes.GetValueOrDefault((add.Partition, add.Unit));

    public void Begin(ServerSetup setup)
    {
        times.Clear();
        timesOfUnit.Clear();
        vetoes.Clear();
        Units = setup.Units.ToImmutableDictionary(unit => unit.Id);
        Partitions = [.. setup.Partitions.Select(partition => partition.Id)];
        AfterParking = ImmutableDictionary<PartitionId, int>.Empty;
        (Adds, Replaces, Hot, Refusals, RefusalsBefore) = (0, 0, 0, 0, 0);
    }

    public void Add(Operation operation, Outcome outcome)
    {
        var isDone = outcome.Kind is OutcomeKind.Completed or OutcomeKind.PartlyCompleted;
        Adds += isDone && operation is HotAdd ? 1 : 0;
        Replaces += isDone && operation is HotReplace ? 1 : 0;
        Hot += isDone && operation is (HotAdd or HotReplace or HotRemove) ? 1 : 0;
        Count(operation, outcome);
        RefusalsBefore = Refusals;
        Refusals = outcome.Kind == OutcomeKind.Refused ? Refusals + 1 : 0;
        if (isDone)
        {
            Park(operation, outcome);
        }
    }

    private void Count(Operation operation, Outcome outcome)
    {
        times[(operation.GetType(), outcome)] = Times(operation, outcome) + 1;
        timesOfUnit[(operation.GetType(), outcome, UnitOf(operation))] = TimesOfUnit(operation, outcome) + 1;
        if (operation is HotAdd add && outcome.Failure == FailureReason.Vetoed)
        {
            vetoes[(add.Partition, add.Unit)] = Vetoes(add) + 1;
        }

        PartitionId? begun = operation switch
        {
            StartPartition start => start.Partition,
            RestartPartition restart => restart.Partition,
            _ => null,
        };
        if (begun is { } partition && outcome == Outcome.Completed)
        {
            vetoes.Keys.Where(key => key.Partition == partition).ToList().ForEach(key => vetoes.Remove(key));
        }
    }

    private static UnitId? UnitOf(Operation operation) => operation switch
    {
        HotAdd add => add.Unit,
        HotReplace replace => replace.Spare,
        HotRemove remove => remove.Unit,
        AssignUnit assign => assign.Unit,
        ReleaseUnit release => release.Unit,
        SwitchUnitPower power => power.Unit,
        InjectStartFailure failure => failure.Unit,
        _ => null,
    };

    private void Park(Operation operation, Outcome outcome)
    {
        (PartitionId Partition, int From, int To)? step = operation switch
        {
            HotAdd add when outcome.Kind == OutcomeKind.PartlyCompleted =>
                (add.Partition, AfterParking.GetValueOrDefault(add.Partition), 1),
            InjectPartitionError crash => (crash.Partition, 1, 2),
            StopPartition stop => (stop.Partition, 2, 3),
            StartPartition start => (start.Partition, 3, 4),
            RestartPartition restart => (restart.Partition, 0, 0),
            _ => null,
        };
        AfterParking = operation is PowerOffServer ? AfterParking.Clear()
            : step is not { } taken ? AfterParking
            : AfterParking.SetItem(
                taken.Partition, AfterParking.GetValueOrDefault(taken.Partition) == taken.From ? taken.To : 0);
    }

    public long Memory(Observation observation, PartitionId partition) => observation.Units
        .Where(unit => unit.Owner == partition && Units[unit.Id].Kind == UnitKind.MemoryModule)
        .Sum(unit => Units[unit.Id].Capacity);
}
