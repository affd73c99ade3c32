using DhpConformance.Abstractions;
using DhpConformance.Model.Rules;
using DhpConformance.Model.State;

namespace DhpConformance.Engine.Generation;

/// <summary>
/// Turns codes into operations that make sense in the state the model is in: mostly valid ones, many with one thing
/// wrong, a few absurd. Choosing blindly takes 27 to 106 times as many operations to reach rare faults.
/// </summary>
/// <param name="claims">What the implementation claims.</param>
/// <param name="crowded">Whether consumers are registered, and told of what happens.</param>
internal sealed class OperationDecoder(Claims claims, bool crowded = false)
{
    // How many units are looked at before a wish (free, identical, held by p) is given up: a constant, so that a
    // choice costs the same among 4,096 units as among 64.
    private const int Tries = 16;

    private readonly OperationKind[] wheel = OperationWeights.Wheel(claims, crowded);

    /// <summary>The operation that a code stands for in a state.</summary>
    public Operation Decode(ServerState state, ulong code)
    {
        var draw = new Draw(code);
        var kind = wheel[draw.Below(wheel.Length)];
        if ((Detour(state, ref draw) ?? (crowded ? Crowding(state, ref draw) : null)) is { } detour)
        {
            return detour;
        }

        return kind switch
        {
            OperationKind.HotAdd => Add(state, ref draw),
            OperationKind.HotReplace => Replace(state, ref draw),
            OperationKind.HotRemove => Remove(state, ref draw),
            OperationKind.AssignUnit => Assign(state, ref draw),
            OperationKind.ReleaseUnit => Release(state, ref draw),
            OperationKind.SwitchUnitPower => new SwitchUnitPower(
                Unit(state, draw.Chance(80) ? Wish.Free : Wish.None, ref draw),
                draw.Chance(50) ? UnitPower.Off : UnitPower.On),
            OperationKind.StartPartition =>
                new StartPartition(Named(state, Partition(state, draw.Chance(20), ref draw), ref draw)),
            OperationKind.StopPartition =>
                new StopPartition(Named(state, Partition(state, draw.Chance(90), ref draw), ref draw)),
            OperationKind.RestartPartition =>
                new RestartPartition(Named(state, Partition(state, draw.Chance(90), ref draw), ref draw)),
            OperationKind.PowerOffServer => new PowerOffServer(),
            OperationKind.PowerOnServer => new PowerOnServer(),
            OperationKind.InjectPartitionError =>
                new InjectPartitionError(Named(state, Partition(state, draw.Chance(90), ref draw), ref draw)),
            OperationKind.InjectStartFailure => StartFailure(state, ref draw),
            OperationKind.InjectServiceProcessorOutage => new InjectServiceProcessorOutage(draw.Chance(10)),
            OperationKind.RegisterDriver =>
                RegisterDriver(state, Partition(state, draw.Chance(96), ref draw), ref draw),
            OperationKind.RegisterApplication => ConsumerDecoder.Application(
                state, Named(state, Partition(state, draw.Chance(96), ref draw), ref draw), ref draw),
            OperationKind.Deregister => ConsumerDecoder.Deregister(state, ref draw),
            OperationKind.SubmitIo => ConsumerDecoder.SubmitIo(state, ref draw),
            _ => new Settle(),
        };
    }

    // Where nothing much can happen, something is done about it half of the time: a server that is off, a service
    // processor that is out, partitions that are all stopped.
    private static Operation? Detour(ServerState state, ref Draw draw)
    {
        if (state.Outage)
        {
            return draw.Chance(20) ? new InjectServiceProcessorOutage(true) : null;
        }

        if (!state.PoweredOn)
        {
            // Down is when a static server can be configured.
            return draw.Chance(25) ? new PowerOnServer()
                : draw.Chance(30) ? Assign(state, ref draw)
                : draw.Chance(20) ? Release(state, ref draw)
                : null;
        }

        if (state.Inventory.IsStatic && draw.Chance(8))
        {
            return new PowerOffServer();
        }

        return state.Running == 0 && draw.Chance(50)
            ? new StartPartition(state.Inventory.Partition(draw.Below(state.Partitions.Length)))
            : null;
    }

    // Somebody has to be there to be told; and while something is still to be told, more happens in its partition.
    private static Operation? Crowding(ServerState state, ref Draw draw)
    {
        if (state.Running == 0)
        {
            return null;
        }

        if (state.Audience is not { Registrations.IsEmpty: false })
        {
            return draw.Chance(50) ? RegisterDriver(state, Partition(state, true, ref draw), ref draw) : null;
        }

        return state.Unsettled is { } add && state.Partitions[add.Partition].Runs && draw.Chance(45)
            ? draw.Below(10) switch
            {
                < 5 => Add(state, add.Partition, ref draw),
                < 8 => Replace(state, add.Partition, ref draw),
                8 => RegisterDriver(state, add.Partition, ref draw),
                _ => ConsumerDecoder.SubmitIo(state, ref draw),
            }
            : null;
    }

    private static RegisterDriver RegisterDriver(ServerState state, int partition, ref Draw draw) =>
        ConsumerDecoder.Driver(state, partition, Named(state, partition, ref draw), ref draw);

    private static HotAdd Add(ServerState state, ref Draw draw) =>
        Add(state, Partition(state, draw.Chance(92), ref draw), ref draw);

    private static HotAdd Add(ServerState state, int partition, ref Draw draw)
    {
        var unit = Unit(state, draw.Chance(12) ? Wish.Failing : draw.Chance(88) ? Wish.Free : Wish.None, ref draw);
        return new(Named(state, partition, ref draw), unit);
    }

    private static HotReplace Replace(ServerState state, ref Draw draw) =>
        Replace(state, Partition(state, draw.Chance(90), ref draw), ref draw);

    private static HotReplace Replace(ServerState state, int partition, ref Draw draw)
    {
        var target = Place(state, draw.Chance(94) ? Wish.HeldBy(partition) : Wish.None, ref draw);
        var wish = draw.Chance(75) ? Wish.SpareFor(target) : draw.Chance(80) ? Wish.Free : Wish.None;
        var spare = Place(state, wish, ref draw);
        return new(Named(state, partition, ref draw), Id(state, target), Id(state, spare, ref draw));
    }

    private static HotRemove Remove(ServerState state, ref Draw draw)
    {
        var partition = Partition(state, draw.Chance(94), ref draw);
        return new(
            Named(state, partition, ref draw),
            Unit(state, draw.Chance(92) ? Wish.HeldBy(partition) : Wish.None, ref draw));
    }

    private static AssignUnit Assign(ServerState state, ref Draw draw)
    {
        var partition = Partition(state, draw.Chance(12), ref draw);
        var unit = Unit(state, draw.Chance(85) ? Wish.Free : Wish.None, ref draw);
        return new(unit, Named(state, partition, ref draw));
    }

    private static ReleaseUnit Release(ServerState state, ref Draw draw) =>
        new(Unit(state, Wish.HeldBy(Partition(state, draw.Chance(10), ref draw)), ref draw));

    private static InjectStartFailure StartFailure(ServerState state, ref Draw draw)
    {
        var unit = Place(state, draw.Chance(40) ? Wish.Divisible : draw.Chance(85) ? Wish.Free : Wish.None, ref draw);
        var components = unit < 0 ? 1 : state.Inventory.Components(unit);
        var failing = draw.Chance(95) ? 1 + draw.Below(components) : draw.Below(2) * (components + 1);
        return new(Id(state, unit, ref draw), failing);
    }

    // A partition that runs, or one that does not, if there is one.
    private static int Partition(ServerState state, bool running, ref Draw draw)
    {
        var count = state.Partitions.Length;
        var start = draw.Below(count);
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

    private static UnitId Unit(ServerState state, Wish wish, ref Draw draw) =>
        Id(state, Place(state, wish, ref draw), ref draw);

    private static int Place(ServerState state, Wish wish, ref Draw draw)
    {
        var count = state.Units.Count;
        if (count == 0)
        {
            return -1;
        }

        var start = draw.Below(count);
        for (var i = 0; i < Math.Min(count, Tries); i++)
        {
            var place = Around(start + i, count);
            if (wish.IsGrantedBy(state, place))
            {
                return place;
            }
        }

        return wish == Wish.Failing || wish == Wish.Divisible ? Place(state, Wish.Free, ref draw) : start;
    }

    private static UnitId Id(ServerState state, int place) =>
        place < 0 ? new UnitId(0) : state.Inventory.Unit(place);

    // One time in a hundred a unit or partition that does not exist.
    private static UnitId Id(ServerState state, int place, ref Draw draw) =>
        place < 0 || draw.Chance(1)
            ? new UnitId(Beyond(state.Inventory.UnitCount, ref draw))
            : state.Inventory.Unit(place);

    private static PartitionId Named(ServerState state, int place, ref Draw draw) =>
        draw.Chance(1)
            ? new PartitionId(Beyond(state.Inventory.PartitionCount, ref draw))
            : state.Inventory.Partition(place);

    private static int Beyond(int count, ref Draw draw) =>
        draw.Chance(80) ? count : draw.Chance(50) ? -1 : int.MaxValue;
}
