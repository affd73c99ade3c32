using DhpConformance.Abstractions;

namespace DhpConformance.Engine.Generation;

/// <summary>Makes a setup that is drawn one that a server with certain traits can be reset to.</summary>
internal static class TraitFit
{
    /// <summary>The same setup, changed where a trait does not allow it or would leave little to do.</summary>
    public static ServerSetup Of(ServerSetup setup, Traits traits, ServerLimits limits)
    {
        var fitting = traits.Has(Trait.OneProcessorTypePerPartition) ? OneType(setup) : setup;
        fitting = traits.Has(Trait.StartsOnlyWithBridge) && setup.Units.Length % 4 > 0
            ? WithBridges(fitting, limits)
            : fitting;
        return traits.Has(Trait.PartitionsAreStatic) && setup.Units.Length % 2 > 0
            ? WithoutStaticPartitions(fitting, (int)traits[Trait.PartitionsAreStatic])
            : fitting;
    }

    // Each second server is dynamic as a whole: none of its partitions has a number of a static one.
    private static ServerSetup WithoutStaticPartitions(ServerSetup setup, int first) => setup with
    {
        Partitions =
        [
            .. setup.Partitions.Select(partition => partition with { Id = new(partition.Id.Value + first) }),
        ],
    };

    // Most partitions can start: each has a bridge, in three of four setups.
    private static ServerSetup WithBridges(ServerSetup setup, ServerLimits limits)
    {
        var bridges = setup.Units.Where(unit => unit.Kind == UnitKind.IoHostBridge).Select(unit => unit.Id).ToHashSet();
        var units = setup.Units;
        var partitions = setup.Partitions.ToArray();
        var next = units.IsEmpty ? 0 : units[^1].Id.Value + 1;
        for (var place = 0; place < partitions.Length && bridges.Count < limits.IoHostBridges; place++)
        {
            if (!partitions[place].Units.Any(bridges.Contains))
            {
                var bridge = new PartitionUnit(new(next), UnitKind.IoHostBridge, "bridge", 0, $"BR{next:D4}");
                next++;
                units = units.Add(bridge);
                bridges.Add(bridge.Id);
                partitions[place] = partitions[place] with { Units = partitions[place].Units.Add(bridge.Id) };
            }
        }

        return setup with { Units = units, Partitions = [.. partitions] };
    }

    // Each partition begins with processors of the type of its first one.
    private static ServerSetup OneType(ServerSetup setup)
    {
        var units = setup.Units.ToDictionary(unit => unit.Id);
        foreach (var partition in setup.Partitions)
        {
            var processors = partition.Units.Where(id => units[id].Kind == UnitKind.Processor).ToList();
            foreach (var id in processors)
            {
                units[id] = units[id] with { Type = units[processors[0]].Type };
            }
        }

        return setup with { Units = [.. setup.Units.Select(unit => units[unit.Id])] };
    }
}
