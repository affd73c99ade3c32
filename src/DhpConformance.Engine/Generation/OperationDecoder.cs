using DhpConformance.Abstractions;
using DhpConformance.Model.Rules;
using DhpConformance.Model.State;

namespace DhpConformance.Engine.Generation;

/// <summary>
/// Turns codes into operations that make sense in the state the model is in: mostly valid ones, many with one thing
/// wrong, a few absurd. Choosing blindly takes 27 to 106 times as many operations to reach rare faults.
/// </summary>
/// <param name="claims">What the implementation claims.</param>
/// <param name="mix">What the operations are mostly about.</param>
internal sealed class OperationDecoder(Claims claims, OperationMix mix = OperationMix.Plain)
{
    // How many units are looked at before a wish (free, identical, held by p) is given up: a constant, so that a
    // choice costs the same among 4,096 units as among 64.
    private const int Tries = 16;

    // More than a small server has.
    private const int FewPartitions = 3;

    private readonly OperationKind[] wheel = OperationWeights.Wheel(claims, mix);
    private readonly bool keepsRunning =
        mix is OperationMix.Replaces or OperationMix.Adds or OperationMix.Registrations;

    // Several partitions are crashed at a time.
    private readonly bool staysCrashed = mix == OperationMix.Starts;
    private readonly bool hasConsumers = mix == OperationMix.Consumers
        || (mix == OperationMix.Registrations && OperationWeights.AllowConsumers(claims));
    private readonly int failing = mix == OperationMix.Registrations ? 30 : 12;
    private readonly ConsumerDecoder consumers = new(isCrowded: mix == OperationMix.Registrations);

    /// <summary>The operation that a code stands for in a state.</summary>
    public Operation Decode(ServerState state, ulong code)
    {
        var random = new RandomSource(code);
        var kind = wheel[random.Below(wheel.Length)];
        if ((Detour(state, ref random) ?? LifeCycleDetour(state, ref random)
            ?? (hasConsumers ? ConsumerOperation(state, ref random) : null)) is { } detour)
        {
            return detour;
        }

        return kind switch
        {
            OperationKind.HotAdd => Add(state, ref random),
            OperationKind.HotReplace => Replace(state, ref random),
            OperationKind.HotRemove => Remove(state, ref random),
            OperationKind.AssignUnit => Assign(state, ref random),
            OperationKind.ReleaseUnit => Release(state, ref random),
            OperationKind.SwitchUnitPower => new SwitchUnitPower(
                Unit(state, random.Chance(80) ? UnitChoice.Free : UnitChoice.None, ref random),
                random.Chance(50) ? UnitPower.Off : UnitPower.On),
            OperationKind.StartPartition =>
                new StartPartition(Named(state, Partition(state, random.Chance(20), ref random), ref random)),
            OperationKind.StopPartition =>
                new StopPartition(Named(state, Partition(state, random.Chance(90), ref random), ref random)),
            OperationKind.RestartPartition =>
                new RestartPartition(Named(state, Partition(state, random.Chance(90), ref random), ref random)),
            OperationKind.PowerOffServer => new PowerOffServer(),
            OperationKind.PowerOnServer => new PowerOnServer(),
            OperationKind.InjectPartitionError =>
                new InjectPartitionError(Named(state, Partition(state, random.Chance(90), ref random), ref random)),
            OperationKind.InjectStartFailure => StartFailure(state, ref random),
            OperationKind.InjectServiceProcessorOutage => new InjectServiceProcessorOutage(random.Chance(10)),
            OperationKind.RegisterDriver =>
                RegisterDriver(state, Partition(state, random.Chance(96), ref random), ref random),
            OperationKind.RegisterApplication => consumers.Application(
                state, Named(state, Partition(state, random.Chance(96), ref random), ref random), ref random),
            OperationKind.Deregister => ConsumerDecoder.Deregister(state, ref random),
            OperationKind.SubmitIo => consumers.SubmitIo(state, ref random),
            _ => new Settle(),
        };
    }

    // Where nothing much can happen, something is often done about it: a server that is off, a service
    // processor that is out, partitions that are all stopped.
    private static Operation? Detour(ServerState state, ref RandomSource random)
    {
        if (state.Outage)
        {
            return random.Chance(20) ? new InjectServiceProcessorOutage(true) : null;
        }

        if (!state.PoweredOn)
        {
            // Down is when a static server can be configured.
            return random.Chance(25) ? new PowerOnServer()
                : random.Chance(30) ? Assign(state, ref random)
                : random.Chance(20) ? Release(state, ref random)
                : null;
        }

        if (state.Inventory.IsStatic && random.Chance(8))
        {
            return new PowerOffServer();
        }

        return state.Running == 0 && random.Chance(70)
            ? new StartPartition(state.Inventory.Partition(random.Below(state.Partitions.Length)))
            : null;
    }

    // A crash lasts until somebody stops, starts or restarts the partition, and what did not start stays parked until
    // the next start: faults that take all of these steps are met by chance only in thousands of cases. Of many
    // partitions few would run at a time.
    private Operation? LifeCycleDetour(ServerState state, ref RandomSource random)
    {
        var partitions = state.Partitions;
        if (keepsRunning || state.Outage || !state.PoweredOn)
        {
            return null;
        }

        if (partitions.Length > FewPartitions && state.Running < partitions.Length && random.Chance(15))
        {
            return new StartPartition(state.Inventory.Partition(Partition(state, false, ref random)));
        }

        for (var place = 0; place < partitions.Length; place++)
        {
            var (partition, id) = (partitions[place], state.Inventory.Partition(place));
            if (partition.State == RunState.Crashed && random.Chance(staysCrashed ? 4 : 20))
            {
                return random.Chance(50) ? new StopPartition(id)
                    : random.Chance(50) ? new StartPartition(id)
                    : new RestartPartition(id);
            }

            if (!partition.Parked.IsEmpty && partition.Runs && random.Chance(8))
            {
                return claims.Has(Claim.PartitionErrors) && random.Chance(70) ? new InjectPartitionError(id)
                    : random.Chance(50) ? new RestartPartition(id)
                    : new StopPartition(id);
            }
        }

        return null;
    }

    // A consumer has to be registered to be notified; and while an arrival is still to come, more happens in its
    // partition.
    private Operation? ConsumerOperation(ServerState state, ref RandomSource random)
    {
        if (state.Running == 0)
        {
            return null;
        }

        if (state.ConsumerState is not { Registrations.IsEmpty: false })
        {
            return random.Chance(50) ? RegisterDriver(state, Partition(state, true, ref random), ref random) : null;
        }

        return state.Unsettled is { } add && state.Partitions[add.Partition].Runs && random.Chance(45)
            ? random.Below(10) switch
            {
                < 5 => Add(state, add.Partition, ref random),
                < 8 => Replace(state, add.Partition, ref random),
                8 => RegisterDriver(state, add.Partition, ref random),
                _ => consumers.SubmitIo(state, ref random),
            }
            : null;
    }

    private RegisterDriver RegisterDriver(ServerState state, int partition, ref RandomSource random) =>
        consumers.Driver(state, partition, Named(state, partition, ref random), ref random);

    private HotAdd Add(ServerState state, ref RandomSource random) =>
        Add(state, Adding(state, ref random), ref random);

    // Among many partitions, half of the time one in which somebody is notified of what is added.
    private static int Adding(ServerState state, ref RandomSource random)
    {
        var consumers = state.ConsumerState?.Registrations ?? [];
        return state.Partitions.Length > FewPartitions && !consumers.IsEmpty && random.Chance(50)
            ? consumers[random.Below(consumers.Length)].Partition
            : Partition(state, random.Chance(92), ref random);
    }

    private HotAdd Add(ServerState state, int partition, ref RandomSource random)
    {
        var unit = Unit(state, random.Chance(failing) ? UnitChoice.Failing : random.Chance(88)
            ? UnitChoice.Free : UnitChoice.None, ref random);
        return new(Named(state, partition, ref random), unit);
    }

    private static HotReplace Replace(ServerState state, ref RandomSource random) =>
        Replace(state, Partition(state, random.Chance(90), ref random), ref random);

    private static HotReplace Replace(ServerState state, int partition, ref RandomSource random)
    {
        var target = Place(state, random.Chance(94) ? UnitChoice.HeldBy(partition) : UnitChoice.None, ref random);
        var choice = random.Chance(75) ? UnitChoice.SpareFor(target)
            : random.Chance(50) ? UnitChoice.NearSpareFor(target)
            : random.Chance(70) ? UnitChoice.Free : UnitChoice.None;
        var spare = Place(state, choice, ref random);
        return new(Named(state, partition, ref random), Id(state, target), Id(state, spare, ref random));
    }

    private static HotRemove Remove(ServerState state, ref RandomSource random)
    {
        var partition = Partition(state, random.Chance(94), ref random);
        return new(
            Named(state, partition, ref random),
            Unit(state, random.Chance(92) ? UnitChoice.HeldBy(partition) : UnitChoice.None, ref random));
    }

    private static AssignUnit Assign(ServerState state, ref RandomSource random)
    {
        var partition = Partition(state, random.Chance(12), ref random);
        var unit = Unit(state, random.Chance(85) ? UnitChoice.Free : UnitChoice.None, ref random);
        return new(unit, Named(state, partition, ref random));
    }

    // One in ten is free already. A server that keeps the last unit of each partition has no partition whose units are
    // all free, so that no free unit was ever released there.
    private static ReleaseUnit Release(ServerState state, ref RandomSource random)
    {
        var chance = random.Below(100);
        return new(Unit(
            state,
            chance >= 90 ? UnitChoice.Free : UnitChoice.HeldBy(Partition(state, running: chance < 10, ref random)),
            ref random));
    }

    private static InjectStartFailure StartFailure(ServerState state, ref RandomSource random)
    {
        var unit = Place(state, random.Chance(40) ? UnitChoice.Divisible : random.Chance(85)
            ? UnitChoice.Free : UnitChoice.None, ref random);
        var components = unit < 0 ? 1 : state.Inventory.Components(unit);
        var failing = random.Chance(95) ? 1 + random.Below(components) : random.Below(2) * (components + 1);
        return new(Id(state, unit, ref random), failing);
    }

    // A partition that runs, or one that does not, if there is one. The last one of many is named more often: a table
    // that is too short fails there.
    private static int Partition(ServerState state, bool running, ref RandomSource random)
    {
        var count = state.Partitions.Length;
        var start = count > FewPartitions && random.Chance(40) ? count - 1 : random.Below(count);
        for (var i = 0; i < count; i++)
        {
            var place = Around(start + i, count);
            if (state.Partitions[place].Runs == running)
            {
                return place;
            }
        }

        return start;
    }

    // Goes on at the beginning after the end. A remainder would say the same, and divide for each place looked at.
    private static int Around(int place, int count) => place < count ? place : place - count;

    private static UnitId Unit(ServerState state, UnitChoice choice, ref RandomSource random) =>
        Id(state, Place(state, choice, ref random), ref random);

    private static int Place(ServerState state, UnitChoice choice, ref RandomSource random)
    {
        var count = state.Units.Count;
        if (count == 0)
        {
            return -1;
        }

        var start = random.Below(count);
        for (var i = 0; i < Math.Min(count, Tries); i++)
        {
            var place = Around(start + i, count);
            if (choice.IsGrantedBy(state, place))
            {
                return place;
            }
        }

        return choice.FallsBackToFree ? Place(state, UnitChoice.Free, ref random) : start;
    }

    private static UnitId Id(ServerState state, int place) =>
        place < 0 ? new UnitId(0) : state.Inventory.Unit(place);

    // One request in a hundred names, in most cases, a unit or partition that does not exist.
    private static UnitId Id(ServerState state, int place, ref RandomSource random)
    {
        var inventory = state.Inventory;
        return place >= 0 && !random.Chance(1)
            ? inventory.Unit(place)
            : new(Unknown(place < 0 ? 0 : inventory.Unit(place).Value, inventory.UnitCount, ref random));
    }

    private static PartitionId Named(ServerState state, int place, ref RandomSource random)
    {
        var inventory = state.Inventory;
        return random.Chance(1)
            ? new(Unknown(inventory.Partition(place).Value, inventory.PartitionCount, ref random))
            : inventory.Partition(place);
    }

    // Two of them are known to whoever keeps one byte or two of the number.
    private static int Unknown(int known, int count, ref RandomSource random) => random.Below(10) switch
    {
        < 5 => count,
        5 => known + (1 << 8),
        6 => known + (1 << 16),
        7 => -1,
        _ => int.MaxValue,
    };
}
