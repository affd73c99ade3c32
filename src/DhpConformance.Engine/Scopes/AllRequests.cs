using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Model.Rules;

namespace DhpConformance.Engine.Scopes;

/// <summary>
/// Every request that can be made of a server: each operation with each unit and partition, and one unknown.
/// </summary>
internal static class AllRequests
{
    /// <summary>The operations that a scope can ask for, simpler ones first.</summary>
    public static ImmutableArray<OperationKind> Kinds { get; } =
    [
        OperationKind.PowerOnServer,
        OperationKind.PowerOffServer,
        OperationKind.Settle,
        OperationKind.StartPartition,
        OperationKind.StopPartition,
        OperationKind.RestartPartition,
        OperationKind.InjectPartitionError,
        OperationKind.InjectServiceProcessorOutage,
        OperationKind.ReleaseUnit,
        OperationKind.SwitchUnitPower,
        OperationKind.InjectStartFailure,
        OperationKind.AssignUnit,
        OperationKind.HotAdd,
        OperationKind.HotRemove,
        OperationKind.HotReplace,
    ];

    /// <summary>The requests of these kinds, simpler ones first, whatever the order they are named in.</summary>
    public static IEnumerable<Operation> Of(ServerSetup setup, IReadOnlyCollection<OperationKind> kinds)
    {
        var ids = setup.Units.Select(unit => unit.Id).ToList();
        UnitId[] units = [.. ids, new(ids.Count == 0 ? 0 : ids[^1].Value + 1)];
        PartitionId[] partitions = [.. setup.Partitions.Select(p => p.Id), new(setup.Partitions[^1].Id.Value + 1)];
        return Kinds.Where(kinds.Contains).SelectMany(kind => Of(kind, units, partitions));
    }

    private static IEnumerable<Operation> Of(
        OperationKind kind, UnitId[] units, PartitionId[] partitions) => kind switch
    {
        OperationKind.PowerOnServer => [new PowerOnServer()],
        OperationKind.PowerOffServer => [new PowerOffServer()],
        OperationKind.Settle => [new Settle()],
        OperationKind.StartPartition => partitions.Select(partition => new StartPartition(partition)),
        OperationKind.StopPartition => partitions.Select(partition => new StopPartition(partition)),
        OperationKind.RestartPartition => partitions.Select(partition => new RestartPartition(partition)),
        OperationKind.InjectPartitionError => partitions.Select(partition => new InjectPartitionError(partition)),
        OperationKind.InjectServiceProcessorOutage =>
            [new InjectServiceProcessorOutage(false), new InjectServiceProcessorOutage(true)],
        OperationKind.ReleaseUnit => units.Select(unit => new ReleaseUnit(unit)),
        OperationKind.SwitchUnitPower =>
            from unit in units
            from power in Enum.GetValues<UnitPower>()
            select new SwitchUnitPower(unit, power),
        OperationKind.InjectStartFailure =>
            units.SelectMany(unit => new[] { new InjectStartFailure(unit, 1), new InjectStartFailure(unit, 0) }),
        OperationKind.AssignUnit =>
            from partition in partitions
            from unit in units
            select new AssignUnit(unit, partition),
        OperationKind.HotAdd =>
            from partition in partitions
            from unit in units
            select new HotAdd(partition, unit),
        OperationKind.HotRemove =>
            from partition in partitions
            from unit in units
            select new HotRemove(partition, unit),
        OperationKind.HotReplace =>
            from partition in partitions
            from target in units
            from spare in units
            select new HotReplace(partition, target, spare),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Consumers are no part of a scope."),
    };
}
