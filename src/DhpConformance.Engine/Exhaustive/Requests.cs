using DhpConformance.Abstractions;

namespace DhpConformance.Engine.Exhaustive;

/// <summary>
/// Every request that can be made of a server: each operation with each unit and partition, and one unknown.
/// </summary>
internal static class Requests
{
    /// <summary>The requests of these kinds, simpler ones first.</summary>
    public static IEnumerable<Operation> Of(ServerSetup setup, Func<Operation, bool> include) =>
        All(setup).Where(include);

    private static IEnumerable<Operation> All(ServerSetup setup)
    {
        var units = setup.Units.Select(unit => unit.Id).Append(new(setup.Units[^1].Id.Value + 1)).ToArray();
        var partitions = setup.Partitions.Select(p => p.Id).Append(new(setup.Partitions[^1].Id.Value + 1)).ToArray();
        yield return new PowerOnServer();
        yield return new PowerOffServer();
        yield return new Settle();
        foreach (var partition in partitions)
        {
            yield return new StartPartition(partition);
            yield return new StopPartition(partition);
            yield return new RestartPartition(partition);
            yield return new InjectPartitionError(partition);
        }

        foreach (var unit in units)
        {
            yield return new ReleaseUnit(unit);
            yield return new SwitchUnitPower(unit, UnitPower.On);
            yield return new SwitchUnitPower(unit, UnitPower.Off);
            yield return new InjectStartFailure(unit, 1);
            yield return new InjectStartFailure(unit, 0);
        }

        yield return new InjectServiceProcessorOutage(false);
        yield return new InjectServiceProcessorOutage(true);
        foreach (var partition in partitions)
        {
            foreach (var unit in units)
            {
                yield return new AssignUnit(unit, partition);
                yield return new HotAdd(partition, unit);
                yield return new HotRemove(partition, unit);
                foreach (var spare in units)
                {
                    yield return new HotReplace(partition, unit, spare);
                }
            }
        }
    }
}
