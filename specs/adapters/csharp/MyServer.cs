using DhpConformance.Abstractions;
using static DhpConformance.Abstractions.RefusalReason;

namespace Acme;

/// <summary>
/// A complete small server that keeps the rules: replace it by your own, or let it call yours, method by method.
/// </summary>
/// <remarks>
/// What can be asked of a server, when it must refuse and what changes then is what <c>dhp specs operations</c> prints
/// (DhpConformance.Tool has the command). A refusal changes nothing.
/// </remarks>
public sealed class MyServer : IConcurrentServer
{
    // What the server can do beyond the core. Everything else is refused as "not supported"; claim less to begin with.
    // What it does otherwise by design is a trait, such as .With(Traits.None.With(Trait.MemoryInBlocks, 128 << 20)).
    private static readonly Claims Claimed = Claims.Of(
        Claim.StaticServers,
        Claim.MixedProfiles,
        Claim.SeveralLogicalProcessors,
        Claim.HotAddProcessor,
        Claim.HotAddMemoryModule,
        Claim.HotAddIoHostBridge,
        Claim.HotReplace,
        Claim.HotRemove,
        Claim.UnitPower,
        Claim.HotOperationStatus,
        Claim.ConcurrentRequests);

    // Whoever has it may look and change: clients take turns.
    private readonly Lock turn = new();

    private Dictionary<UnitId, Unit> units = [];
    private Dictionary<PartitionId, Partition> partitions = [];
    private bool isStatic;
    private bool poweredOn;

    /// <summary>Who this is and what it claims.</summary>
    public ImplementationDescription Describe() => new("sample server in C#", "1.0", Claimed);

    /// <summary>Becomes a fresh server. Nothing of what was before may remain.</summary>
    public void Reset(ServerSetup setup)
    {
        ArgumentNullException.ThrowIfNull(setup);
        isStatic = setup.Partitionability == Partitionability.Static;
        poweredOn = true;
        units = setup.Units.ToDictionary(unit => unit.Id, unit => new Unit(unit));
        partitions = setup.Partitions.ToDictionary(partition => partition.Id, partition => new Partition(partition));
        foreach (var partition in setup.Partitions)
        {
            foreach (var unit in partition.Units)
            {
                units[unit].Owner = partition.Id;
            }
        }
    }

    /// <summary>Carries out one operation and answers how it ended.</summary>
    public Outcome Apply(Operation operation)
    {
        lock (turn)
        {
            return Carry(operation) is { } reason ? Outcome.Refused(reason) : Outcome.Completed;
        }
    }

    /// <summary>Shows everything that can be seen. What is not claimed stays 0, empty or null.</summary>
    public Observation Observe()
    {
        lock (turn)
        {
            return new()
            {
                PoweredOn = poweredOn,
                Units = [.. units.Values.Select(unit => new UnitObservation(unit.Setup.Id, unit.Owner, unit.Power))],
                Partitions = [.. partitions.Values.Select(Show)],
            };
        }
    }

    /// <summary>Another client, which asks on a thread of its own, until it is disposed of.</summary>
    public IPartitionableServer Connect(int client) => new Client(this);

    /// <summary>The end.</summary>
    public void Dispose()
    {
    }

    // Why it is refused; null if it was carried out.
    private RefusalReason? Carry(Operation operation) =>
        operation switch
        {
            AssignUnit assign => Assign(assign),
            ReleaseUnit release => Release(release),
            SwitchUnitPower power => SwitchPower(power),
            StartPartition start => Start(start.Partition),
            StopPartition stop => Stop(stop.Partition),
            RestartPartition restart => Restart(restart.Partition),
            PowerOnServer => SwitchServer(on: true),
            PowerOffServer => SwitchServer(on: false),
            HotAdd add => Add(add),
            HotReplace replace => Replace(replace),
            HotRemove remove => Remove(remove),
            Settle => null,
            _ => NotSupported,
        };

    // Configuration

    private RefusalReason? Assign(AssignUnit asked)
    {
        if (!units.TryGetValue(asked.Unit, out var unit) || !partitions.TryGetValue(asked.Partition, out var partition))
        {
            return NotPresent;
        }

        if (unit.Owner is not null || IsFixed || partition.Runs)
        {
            return unit.Owner is not null ? InUse : IsFixed ? NotDynamic : NotStopped;
        }

        Give(unit, partition);
        return null;
    }

    private RefusalReason? Release(ReleaseUnit asked)
    {
        if (!units.TryGetValue(asked.Unit, out var unit))
        {
            return NotPresent;
        }

        if (unit.Owner is not { } owner || IsFixed || partitions[owner].Runs)
        {
            return unit.Owner is null ? NotAssigned : IsFixed ? NotDynamic : NotStopped;
        }

        unit.Owner = null;
        return null;
    }

    private RefusalReason? SwitchPower(SwitchUnitPower asked)
    {
        if (!units.TryGetValue(asked.Unit, out var unit) || unit.Owner is not null)
        {
            return unit is null ? NotPresent : InUse;
        }

        unit.Power = asked.Power;
        return null;
    }

    // Life cycle

    private RefusalReason? Start(PartitionId id)
    {
        if (!partitions.TryGetValue(id, out var partition) || !poweredOn || partition.Runs || !CanRun(partition))
        {
            return partition is null ? NotPresent
                : !poweredOn ? NotRunning
                : partition.Runs ? NotStopped
                : Insufficient;
        }

        partition.Runs = true;
        partition.Latest = null;
        return null;
    }

    private RefusalReason? Stop(PartitionId id)
    {
        if (!partitions.TryGetValue(id, out var partition) || !partition.Runs)
        {
            return partition is null ? NotPresent : NotRunning;
        }

        partition.Runs = false;
        return null;
    }

    private RefusalReason? Restart(PartitionId id)
    {
        if (!partitions.TryGetValue(id, out var partition) || !partition.Runs || !CanRun(partition))
        {
            return partition is null ? NotPresent : !partition.Runs ? NotRunning : Insufficient;
        }

        partition.Latest = null;
        return null;
    }

    private RefusalReason? SwitchServer(bool on)
    {
        if (poweredOn == on)
        {
            return on ? NotStopped : NotRunning;
        }

        poweredOn = on;
        foreach (var partition in partitions.Values)
        {
            partition.Runs = false;
        }

        return null;
    }

    // Hot operations

    private RefusalReason? Add(HotAdd asked)
    {
        if (WhyNotHot(HotOperation.Add, asked.Partition, asked.Unit, out var partition, out var unit) is { } reason)
        {
            return reason;
        }

        if (unit.Owner is not null || Exceeds(partition, unit))
        {
            return unit.Owner is not null ? InUse : LimitExceeded;
        }

        Give(unit, partition);
        return Done(partition, HotOperation.Add, unit);
    }

    private RefusalReason? Replace(HotReplace asked)
    {
        if (!units.TryGetValue(asked.Spare, out var spare))
        {
            return NotPresent;
        }

        var reason = WhyNotHot(HotOperation.Replace, asked.Partition, asked.Target, out var partition, out var target);
        if (reason is not null)
        {
            return reason;
        }

        if (target.Owner != asked.Partition || spare.Owner is not null || !spare.IsIdenticalTo(target))
        {
            return target.Owner != asked.Partition ? NotAssigned : spare.Owner is not null ? InUse : Incompatible;
        }

        target.Owner = null;
        Give(spare, partition);
        return Done(partition, HotOperation.Replace, spare);
    }

    private RefusalReason? Remove(HotRemove asked)
    {
        if (WhyNotHot(HotOperation.Remove, asked.Partition, asked.Unit, out var partition, out var unit) is { } reason)
        {
            return reason;
        }

        var isLast = unit.Setup.Kind != UnitKind.IoHostBridge && Held(partition, unit.Setup.Kind).Count() == 1;
        if (unit.Owner != asked.Partition || isLast)
        {
            return unit.Owner != asked.Partition ? NotAssigned : Insufficient;
        }

        unit.Owner = null;
        return Done(partition, HotOperation.Remove, unit);
    }

    // What these have in common

    private bool IsFixed => isStatic && poweredOn;

    private RefusalReason? WhyNotHot(
        HotOperation operation, PartitionId partitionId, UnitId unitId, out Partition partition, out Unit unit)
    {
        var isUnit = units.TryGetValue(unitId, out unit!);
        return !partitions.TryGetValue(partitionId, out partition!) || !isUnit ? NotPresent
            : IsFixed ? NotDynamic
            : !partition.Runs ? NotRunning
            : !partition.Setup.Profile.Supports(operation, unit.Setup.Kind) ? NotSupported
            : null;
    }

    private static RefusalReason? Done(Partition partition, HotOperation operation, Unit unit)
    {
        partition.Latest = new HotOperationStatus(operation, unit.Setup.Id, OutcomeKind.Completed);
        return null;
    }

    private static void Give(Unit unit, Partition partition)
    {
        unit.Owner = partition.Setup.Id;
        unit.Power = UnitPower.On;
    }

    private bool CanRun(Partition partition) =>
        Capacity(partition, UnitKind.Processor) is > 0 and var processors && processors <= partition.MostProcessors
        && Capacity(partition, UnitKind.MemoryModule) is > 0 and var memory && memory <= partition.Setup.MemoryLimit;

    private bool Exceeds(Partition partition, Unit unit)
    {
        var held = Capacity(partition, unit.Setup.Kind) + unit.Setup.Capacity;
        return (unit.Setup.Kind == UnitKind.Processor && held > partition.MostProcessors)
            || (unit.Setup.Kind == UnitKind.MemoryModule && held > partition.Setup.MemoryLimit);
    }

    private IEnumerable<Unit> Held(Partition partition, UnitKind kind) =>
        units.Values.Where(unit => unit.Owner == partition.Setup.Id && unit.Setup.Kind == kind);

    private long Capacity(Partition partition, UnitKind kind) =>
        Held(partition, kind).Sum(unit => unit.Setup.Capacity);

    private PartitionObservation Show(Partition partition) => partition.Runs
        ? new PartitionObservation
        {
            Id = partition.Setup.Id,
            State = RunState.Running,
            ActiveProcessors = (int)Capacity(partition, UnitKind.Processor),
            MaximumProcessors = partition.MostProcessors,
            MemoryBytes = Capacity(partition, UnitKind.MemoryModule),
            Bridges = [.. Held(partition, UnitKind.IoHostBridge).Select(unit => unit.Setup.Id)],
            LatestHotOperation = partition.Latest,
        }
        : new PartitionObservation { Id = partition.Setup.Id, State = RunState.Stopped };

    private sealed class Client(MyServer server) : IPartitionableServer
    {
        public ImplementationDescription Describe() => server.Describe();

        public void Reset(ServerSetup setup) => throw new NotSupportedException("Client 0 alone resets the server.");

        public Outcome Apply(Operation operation) => server.Apply(operation);

        public Observation Observe() => server.Observe();

        public void Dispose()
        {
            // The server goes on.
        }
    }

    private sealed class Unit(PartitionUnit setup)
    {
        public PartitionUnit Setup { get; } = setup;

        public PartitionId? Owner { get; set; }

        public UnitPower Power { get; set; } = UnitPower.On;

        public bool IsIdenticalTo(Unit other) =>
            (Setup.Kind, Setup.Type, Setup.Capacity) == (other.Setup.Kind, other.Setup.Type, other.Setup.Capacity);
    }

    private sealed class Partition(PartitionSetup setup)
    {
        public PartitionSetup Setup { get; } = setup;

        public bool Runs { get; set; }

        public HotOperationStatus? Latest { get; set; }

        // Without processor groups there are no more than fit into one mask.
        public int MostProcessors => Math.Min(
            Math.Min(Setup.ProcessorLimit, Setup.Profile.ProcessorLimit),
            Setup.Profile.Promises(Behaviour.ProcessorGroups) ? int.MaxValue : 64);
    }
}
