using DhpConformance.Abstractions;
using DhpConformance.Model.Rules;
using DhpConformance.Model.State;

namespace DhpConformance.Engine.Generation;

/// <summary>
/// Draws any request of a kind, whether it makes sense or not: whoever draws takes what has the answer that is wanted.
/// </summary>
internal sealed class RequestGenerator
{
    private readonly ConsumerDecoder consumers = new(isCrowded: true);

    /// <summary>A request.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="state">The state it is made in.</param>
    /// <param name="unit">The place of the unit that it names, the spare of a replace; -1 for any.</param>
    /// <param name="partition">The place of the partition that it names; -1 for any.</param>
    /// <param name="vetoes">Whether a driver vetoes one of the next processors, and does nothing else.</param>
    /// <param name="random">What everything else is drawn from.</param>
    public Operation Draw(
        OperationKind kind, ServerState state, int unit, int partition, bool vetoes, ref RandomSource random)
    {
        var place = partition < 0 ? random.Below(state.Partitions.Length) : partition;
        return kind switch
        {
            OperationKind.HotAdd => new HotAdd(Partition(state, place, ref random), Unit(state, unit, ref random)),
            OperationKind.HotReplace => Replace(state, unit, place, ref random),
            OperationKind.HotRemove =>
                new HotRemove(Partition(state, place, ref random), Unit(state, unit, ref random)),
            OperationKind.AssignUnit =>
                new AssignUnit(Unit(state, unit, ref random), Partition(state, place, ref random)),
            OperationKind.ReleaseUnit => new ReleaseUnit(Unit(state, unit, ref random)),
            OperationKind.SwitchUnitPower => new SwitchUnitPower(
                Unit(state, unit, ref random), random.Chance(70) ? UnitPower.Off : UnitPower.On),
            OperationKind.StartPartition => new StartPartition(Partition(state, place, ref random)),
            OperationKind.StopPartition => new StopPartition(Partition(state, place, ref random)),
            OperationKind.RestartPartition => new RestartPartition(Partition(state, place, ref random)),
            OperationKind.PowerOnServer => new PowerOnServer(),
            OperationKind.PowerOffServer => new PowerOffServer(),
            OperationKind.InjectPartitionError => new InjectPartitionError(Partition(state, place, ref random)),
            OperationKind.InjectStartFailure => StartFailure(state, unit, ref random),
            OperationKind.InjectServiceProcessorOutage => new InjectServiceProcessorOutage(random.Chance(50)),
            OperationKind.RegisterDriver => Driver(state, place, vetoes, ref random),
            OperationKind.RegisterApplication =>
                consumers.Application(state, Partition(state, place, ref random), ref random),
            OperationKind.Deregister => ConsumerDecoder.Deregister(state, ref random),
            OperationKind.SubmitIo => consumers.SubmitIo(state, ref random),
            _ => new Settle(),
        };
    }

    // Of the units that are like the spare, and the partitions that hold one, few fit by chance.
    private static HotReplace Replace(ServerState state, int unit, int partition, ref RandomSource random)
    {
        var spare = unit < 0 ? random.Below(state.Units.Count) : unit;
        var (count, start) = (state.Units.Count, random.Below(state.Units.Count));
        for (var i = 0; i < count && random.Chance(98); i++)
        {
            var target = (start + i) % count;
            if (state.Units[target].IsHeld && state.Inventory.AreIdentical(target, spare))
            {
                return new(
                    Partition(state, state.Units[target].Owner, ref random),
                    state.Inventory.Unit(target),
                    state.Inventory.Unit(spare));
            }
        }

        return new(
            Partition(state, partition, ref random), Unit(state, -1, ref random), Unit(state, spare, ref random));
    }

    private RegisterDriver Driver(ServerState state, int partition, bool vetoes, ref RandomSource random)
    {
        var driver = consumers.Driver(state, partition, Partition(state, partition, ref random), ref random);
        return !vetoes ? driver : driver with
        {
            Script = new() { Synchronous = true, VetoesStart = 1 + random.Below(3) },
        };
    }

    private static InjectStartFailure StartFailure(ServerState state, int unit, ref RandomSource random)
    {
        var place = unit < 0 ? random.Below(state.Units.Count) : unit;
        return new(state.Inventory.Unit(place), 1 + random.Below(state.Inventory.Components(place)));
    }

    // One in sixteen does not exist.
    private static UnitId Unit(ServerState state, int unit, ref RandomSource random) => unit >= 0
        ? state.Inventory.Unit(unit)
        : random.Below(16) == 0
            ? new(state.Inventory.Unit(state.Units.Count - 1).Value + 1)
            : state.Inventory.Unit(random.Below(state.Units.Count));

    private static PartitionId Partition(ServerState state, int partition, ref RandomSource random) =>
        random.Below(32) == 0
            ? new(state.Inventory.Partition(state.Partitions.Length - 1).Value + 1)
            : state.Inventory.Partition(partition);
}
