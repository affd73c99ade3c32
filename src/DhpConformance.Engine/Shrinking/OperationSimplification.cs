using DhpConformance.Abstractions;
using DhpConformance.Engine.Cases;

namespace DhpConformance.Engine.Shrinking;

/// <summary>Test cases with simpler operations, or with units and partitions numbered from 0 without gaps.</summary>
internal static class OperationSimplification
{
    // How many lower units are tried in place of one: few are left by now, unless all of thousands are needed.
    private const int Lower = 12;

    // A longer sequence needs most of its units: a fault at the 256th hot add took 3,000 candidates each time.
    private const int LongLength = 64;

    /// <summary>Simpler test cases; each is strictly simpler than the one it is made from.</summary>
    public static IEnumerable<TestCase> Candidates(TestCase testCase)
    {
        for (var i = 0; i < testCase.Operations.Length; i++)
        {
            Operation? simpler = testCase.Operations[i] switch
            {
                RestartPartition restart => new StartPartition(restart.Partition),
                InjectStartFailure { Components: > 1 } failure => failure with { Components = 1 },
                _ => null,
            };
            if (simpler is not null)
            {
                yield return testCase with { Operations = testCase.Operations.SetItem(i, simpler) };
            }
        }

        foreach (var lowered in WithLowerUnits(testCase))
        {
            yield return lowered;
        }

        if (Renumbered(testCase) is { } renumbered)
        {
            yield return renumbered;
        }
    }

    // Hot add u2, hot replace u2 by u1: if u0, there from the start, can be replaced as well, the hot add can go.
    private static IEnumerable<TestCase> WithLowerUnits(TestCase testCase)
    {
        var most = testCase.Operations.Length > LongLength ? 1 : Lower;
        for (var i = 0; i < testCase.Operations.Length; i++)
        {
            foreach (var named in UnitsOf(testCase.Operations[i]))
            {
                foreach (var unit in testCase.Setup.Units.Where(unit => unit.Id.Value < named.Value).Take(most))
                {
                    var operation = Rename(testCase.Operations[i], id => id == named ? unit.Id : id, same => same);
                    yield return testCase with { Operations = testCase.Operations.SetItem(i, operation) };
                }
            }
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

    private static TestCase? Renumbered(TestCase testCase)
    {
        var units = testCase.Setup.Units.Select((unit, place) => (unit.Id, place))
            .ToDictionary(u => u.Id, u => new UnitId(u.place));
        var partitions = testCase.Setup.Partitions.Select((p, place) => (p.Id, place))
            .ToDictionary(p => p.Id, p => new PartitionId(p.place));
        if (units.All(pair => pair.Key == pair.Value) && partitions.All(pair => pair.Key == pair.Value))
        {
            return null;
        }

        return testCase with
        {
            Setup = testCase.Setup with
            {
                Units = [.. testCase.Setup.Units.Select(unit => unit with { Id = Of(unit.Id) })],
                Partitions =
                [
                    .. testCase.Setup.Partitions.Select(p => p with { Id = In(p.Id), Units = [.. p.Units.Select(Of)] }),
                ],
            },
            Operations = [.. testCase.Operations.Select(operation => Rename(operation, Of, In))],
        };

        // A unit that does not exist must not be given the number of one that does.
        UnitId Of(UnitId id) =>
            units.TryGetValue(id, out var place) ? place : new UnitId(Math.Max(id.Value, units.Count));

        PartitionId In(PartitionId id) =>
            partitions.TryGetValue(id, out var place) ? place : new PartitionId(Math.Max(id.Value, partitions.Count));
    }

    private static Operation Rename(
        Operation operation, Func<UnitId, UnitId> unit, Func<PartitionId, PartitionId> partition) => operation switch
    {
        AssignUnit assign => new AssignUnit(unit(assign.Unit), partition(assign.Partition)),
        ReleaseUnit release => new ReleaseUnit(unit(release.Unit)),
        SwitchUnitPower power => power with { Unit = unit(power.Unit) },
        StartPartition start => new StartPartition(partition(start.Partition)),
        StopPartition stop => new StopPartition(partition(stop.Partition)),
        RestartPartition restart => new RestartPartition(partition(restart.Partition)),
        HotAdd add => new HotAdd(partition(add.Partition), unit(add.Unit)),
        HotReplace replace => new HotReplace(partition(replace.Partition), unit(replace.Target), unit(replace.Spare)),
        HotRemove remove => new HotRemove(partition(remove.Partition), unit(remove.Unit)),
        RegisterDriver register => register with { Partition = partition(register.Partition) },
        RegisterApplication register => register with { Partition = partition(register.Partition) },
        InjectPartitionError error => new InjectPartitionError(partition(error.Partition)),
        InjectStartFailure failure => failure with { Unit = unit(failure.Unit) },
        _ => operation,
    };
}
