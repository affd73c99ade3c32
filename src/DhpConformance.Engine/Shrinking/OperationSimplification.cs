using DhpConformance.Abstractions;
using DhpConformance.Engine.Execution;

namespace DhpConformance.Engine.Shrinking;

/// <summary>Trials with simpler operations, or with units and partitions numbered from 0 without gaps.</summary>
internal static class OperationSimplification
{
    /// <summary>Simpler trials; each is strictly simpler than the one it is made from.</summary>
    public static IEnumerable<Trial> Candidates(Trial trial)
    {
        for (var i = 0; i < trial.Operations.Length; i++)
        {
            Operation? simpler = trial.Operations[i] switch
            {
                RestartPartition restart => new StartPartition(restart.Partition),
                InjectStartFailure { Components: > 1 } failure => failure with { Components = 1 },
                _ => null,
            };
            if (simpler is not null)
            {
                yield return trial with { Operations = trial.Operations.SetItem(i, simpler) };
            }
        }

        if (Renumbered(trial) is { } renumbered)
        {
            yield return renumbered;
        }
    }

    /// <summary>The units that an operation names.</summary>
    public static IEnumerable<UnitId> UnitsOf(Operation operation) => operation switch
    {
        AssignUnit assign => [assign.Unit],
        ReleaseUnit release => [release.Unit],
        SwitchUnitPower power => [power.Unit],
        HotAdd add => [add.Unit],
        HotReplace replace => [replace.Target, replace.Spare],
        HotRemove remove => [remove.Unit],
        InjectStartFailure failure => [failure.Unit],
        _ => [],
    };

    private static Trial? Renumbered(Trial trial)
    {
        var units = trial.Setup.Units.Select((unit, place) => (unit.Id, place))
            .ToDictionary(u => u.Id, u => new UnitId(u.place));
        var partitions = trial.Setup.Partitions.Select((p, place) => (p.Id, place))
            .ToDictionary(p => p.Id, p => new PartitionId(p.place));
        if (units.All(pair => pair.Key == pair.Value) && partitions.All(pair => pair.Key == pair.Value))
        {
            return null;
        }

        return trial with
        {
            Setup = trial.Setup with
            {
                Units = [.. trial.Setup.Units.Select(unit => unit with { Id = Of(unit.Id) })],
                Partitions =
                [
                    .. trial.Setup.Partitions.Select(p => p with { Id = In(p.Id), Units = [.. p.Units.Select(Of)] }),
                ],
            },
            Operations = [.. trial.Operations.Select(Rename)],
        };

        // A unit that does not exist must not be given the number of one that does.
        UnitId Of(UnitId id) =>
            units.TryGetValue(id, out var place) ? place : new UnitId(Math.Max(id.Value, units.Count));

        PartitionId In(PartitionId id) =>
            partitions.TryGetValue(id, out var place) ? place : new PartitionId(Math.Max(id.Value, partitions.Count));

        Operation Rename(Operation operation) => operation switch
        {
            AssignUnit assign => new AssignUnit(Of(assign.Unit), In(assign.Partition)),
            ReleaseUnit release => new ReleaseUnit(Of(release.Unit)),
            SwitchUnitPower power => power with { Unit = Of(power.Unit) },
            StartPartition start => new StartPartition(In(start.Partition)),
            StopPartition stop => new StopPartition(In(stop.Partition)),
            RestartPartition restart => new RestartPartition(In(restart.Partition)),
            HotAdd add => new HotAdd(In(add.Partition), Of(add.Unit)),
            HotReplace replace => new HotReplace(In(replace.Partition), Of(replace.Target), Of(replace.Spare)),
            HotRemove remove => new HotRemove(In(remove.Partition), Of(remove.Unit)),
            RegisterDriver register => register with { Partition = In(register.Partition) },
            RegisterApplication register => register with { Partition = In(register.Partition) },
            InjectPartitionError error => new InjectPartitionError(In(error.Partition)),
            InjectStartFailure failure => failure with { Unit = Of(failure.Unit) },
            _ => operation,
        };
    }
}
