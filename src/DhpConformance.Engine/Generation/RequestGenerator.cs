using DhpConformance.Abstractions;
using DhpConformance.Model.Rules;
using DhpConformance.Model.State;

namespace DhpConformance.Engine.Generation;

/// <summary>
/// Draws any request of a kind, whether it makes sense or not: whoever draws takes what has the answer that is wanted.
/// </summary>
internal sealed class RequestGenerator
{
    // One in so many does not exist.
    private const int FewUnits = 16;
    private const int FewPartitions = 32;
    private const int Half = 2;

    private readonly ConsumerDecoder consumers = new(isCrowded: true);

    /// <summary>A request.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="state">The state it is made in.</param>
    /// <param name="unit">The place of the unit that it names, the spare of a replace; -1 for any.</param>
    /// <param name="partition">The place of the partition that it names; -1 for any.</param>
    /// <param name="wanted">The answer that is looked for, by which absurd requests are more or fewer.</param>
    /// <param name="random">What everything else is drawn from.</param>
    public Operation Draw(
        OperationKind kind,
        ServerState state,
        int unit,
        int partition,
        in RepeatedOutcome wanted,
        ref RandomSource random)
    {
        var place = partition < 0 ? random.Below(state.Partitions.Length) : partition;
        var isRefused = kind == wanted.Operation ? wanted.Outcome.Refusal : null;
        // Asked for what does not exist, half of the requests name an unknown unit, and half an unknown partition.
        var isUnknown = isRefused == RefusalReason.NotPresent;
        var owner = Partition(state, place, isUnknown ? Half : FewPartitions, ref random);
        var named = Unit(state, unit, isUnknown ? Half : FewUnits, ref random);
        var isInvalid = isRefused == RefusalReason.Invalid;
        return kind switch
        {
            OperationKind.HotAdd => new HotAdd(owner, named),
            OperationKind.HotReplace => Replace(state, unit, owner, named, ref random),
            OperationKind.HotRemove => new HotRemove(owner, named),
            OperationKind.AssignUnit => new AssignUnit(named, owner),
            OperationKind.ReleaseUnit => new ReleaseUnit(named),
            OperationKind.SwitchUnitPower =>
                new SwitchUnitPower(named, random.Chance(70) ? UnitPower.Off : UnitPower.On),
            OperationKind.StartPartition => new StartPartition(owner),
            OperationKind.StopPartition => new StopPartition(owner),
            OperationKind.RestartPartition => new RestartPartition(owner),
            OperationKind.PowerOnServer => new PowerOnServer(),
            OperationKind.PowerOffServer => new PowerOffServer(),
            OperationKind.InjectPartitionError => new InjectPartitionError(owner),
            OperationKind.InjectStartFailure => StartFailure(state, named, isInvalid, ref random),
            OperationKind.InjectServiceProcessorOutage => new InjectServiceProcessorOutage(random.Chance(50)),
            OperationKind.RegisterDriver => Driver(state, place, owner, wanted, ref random),
            OperationKind.RegisterApplication => consumers.Application(state, owner, ref random),
            OperationKind.Deregister => ConsumerDecoder.Deregister(state, ref random),
            OperationKind.SubmitIo when isInvalid =>
                consumers.SubmitIo(state, ref random) with { Requests = -random.Below(3) },
            OperationKind.SubmitIo => consumers.SubmitIo(state, ref random),
            _ => new Settle(),
        };
    }

    // Of the units that are like the spare, and the partitions that hold one, few fit by chance.
    private static HotReplace Replace(
        ServerState state, int unit, PartitionId partition, UnitId named, ref RandomSource random)
    {
        var spare = unit < 0 ? random.Below(state.Units.Count) : unit;
        var (count, start) = (state.Units.Count, random.Below(state.Units.Count));
        for (var i = 0; i < count && random.Chance(98); i++)
        {
            var target = (start + i) % count;
            if (state.Units[target].IsHeld && state.Inventory.AreIdentical(target, spare))
            {
                return new(
                    Partition(state, state.Units[target].Owner, FewPartitions, ref random),
                    state.Inventory.Unit(target),
                    state.Inventory.Unit(spare));
            }
        }

        return new(partition, Unit(state, -1, FewUnits, ref random), named);
    }

    private RegisterDriver Driver(
        ServerState state, int place, PartitionId partition, in RepeatedOutcome wanted, ref RandomSource random)
    {
        var driver = consumers.Driver(state, place, partition, ref random);
        return wanted.Script(ref random) is { } script ? driver with { Script = script } : driver;
    }

    private static InjectStartFailure StartFailure(
        ServerState state, UnitId unit, bool isInvalid, ref RandomSource random)
    {
        var place = state.Inventory.Find(unit);
        var components = place < 0 ? 1 : state.Inventory.Components(place);
        return new(unit, isInvalid ? random.Below(2) * (components + 1) : 1 + random.Below(components));
    }

    private static UnitId Unit(ServerState state, int unit, int unknownOneIn, ref RandomSource random) => unit >= 0
        ? state.Inventory.Unit(unit)
        : random.Below(unknownOneIn) == 0
            ? new(state.Inventory.Unit(state.Units.Count - 1).Value + 1)
            : state.Inventory.Unit(random.Below(state.Units.Count));

    private static PartitionId Partition(
        ServerState state, int partition, int unknownOneIn, ref RandomSource random) =>
        random.Below(unknownOneIn) == 0
            ? new(state.Inventory.Partition(state.Partitions.Length - 1).Value + 1)
            : state.Inventory.Partition(partition);
}
