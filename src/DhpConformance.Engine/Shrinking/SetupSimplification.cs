using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Attribution;
using DhpConformance.Engine.Cases;

namespace DhpConformance.Engine.Shrinking;

/// <summary>
/// Test cases on a simpler server, each strictly simpler than the one it is made from: shrinking ends.
/// </summary>
internal static class SetupSimplification
{
    private const int LooseProcessorLimit = 512;

    /// <summary>An operation that gives or takes a unit left out, and the setup as it leaves it.</summary>
    public static IEnumerable<TestCase> FoldConfiguration(TestCase testCase)
    {
        for (var i = 0; i < testCase.Operations.Length; i++)
        {
            var setup = testCase.Operations[i] switch
            {
                AssignUnit assign => WithOwner(testCase.Setup, assign.Unit, assign.Partition),
                ReleaseUnit release => WithOwner(testCase.Setup, release.Unit, null),
                HotAdd add => WithOwner(testCase.Setup, add.Unit, add.Partition),
                HotRemove remove => WithOwner(testCase.Setup, remove.Unit, null),
                _ => null,
            };
            if (setup is not null)
            {
                yield return testCase with { Setup = setup, Operations = testCase.Operations.RemoveAt(i) };
            }
        }
    }

    /// <summary>Simpler setups, the greatest simplifications first.</summary>
    public static IEnumerable<TestCase> Candidates(TestCase testCase) =>
        FewerParts(testCase.Setup, testCase.Operations).Concat(PlainerParts(testCase.Setup))
            .Select(setup => testCase with { Setup = setup });

    private static IEnumerable<ServerSetup> FewerParts(ServerSetup setup, ImmutableArray<Operation> operations)
    {
        var named = operations.SelectMany(OperationSimplification.UnitsOf).ToHashSet();
        var unnamed = setup.Units.Where(unit => !named.Contains(unit.Id)).Select(unit => unit.Id).ToHashSet();
        if (unnamed.Count > 0)
        {
            yield return Without(setup, unnamed);
        }

        if (setup.Partitions.Length > 1)
        {
            foreach (var partition in setup.Partitions.Reverse())
            {
                yield return setup with { Partitions = setup.Partitions.Remove(partition) };
            }
        }

        // Halves before single units: a server of thousands is small after a dozen steps.
        for (var size = setup.Units.Length / 2; size > 1; size /= 2)
        {
            for (var start = 0; start + size <= setup.Units.Length; start += size)
            {
                var gone = setup.Units.AsSpan(start, size).ToArray().Select(unit => unit.Id).ToHashSet();
                yield return Without(setup, gone);
            }
        }

        foreach (var unit in setup.Units.Reverse())
        {
            yield return Without(setup, [unit.Id]);
        }
    }

    private static IEnumerable<ServerSetup> PlainerParts(ServerSetup setup)
    {
        if (setup.Partitionability == Partitionability.Static)
        {
            yield return setup with { Partitionability = Partitionability.Dynamic };
        }

        foreach (var profile in setup.Partitions.Select(partition => partition.Profile).Distinct().Skip(1))
        {
            yield return UniformVariants.Uniform(setup, profile);
        }

        foreach (var id in setup.Partitions.SelectMany(partition => partition.Units))
        {
            yield return WithOwner(setup, id, null)!;
        }

        // A target and its spare can only become alike together.
        if (setup.Units.Any(unit => unit.Type != PlainType(setup, unit)))
        {
            yield return setup with { Units = [.. setup.Units.Select(u => u with { Type = PlainType(setup, u) })] };
        }

        for (var i = 0; i < setup.Units.Length; i++)
        {
            var unit = setup.Units[i];
            var plain = PlainType(setup, unit);
            if (unit.Type != plain)
            {
                yield return setup with { Units = setup.Units.SetItem(i, unit with { Type = plain }) };
            }
        }

        foreach (var smaller in SmallerUnits(setup))
        {
            yield return smaller;
        }

        for (var i = 0; i < setup.Partitions.Length; i++)
        {
            var partition = setup.Partitions[i];
            if (partition.ProcessorLimit < LooseProcessorLimit)
            {
                yield return With(setup, i, partition with { ProcessorLimit = LooseProcessorLimit });
            }

            var all = setup.Units.Where(unit => unit.Kind == UnitKind.MemoryModule).Sum(unit => unit.Capacity);
            if (partition.MemoryLimit < all)
            {
                yield return With(setup, i, partition with { MemoryLimit = all });
            }
        }
    }

    private static IEnumerable<ServerSetup> SmallerUnits(ServerSetup setup)
    {
        for (var i = 0; i < setup.Units.Length; i++)
        {
            foreach (var capacity in SmallerThan(setup.Units[i], setup))
            {
                yield return setup with
                {
                    Units = setup.Units.SetItem(i, setup.Units[i] with { Capacity = capacity }),
                };
            }
        }

        // A target and its spare can only become smaller together, too.
        foreach (var large in setup.Units
            .Where(unit => unit.Capacity > 1).DistinctBy(unit => (unit.Kind, unit.Capacity)))
        {
            foreach (var capacity in SmallerThan(large, setup))
            {
                yield return setup with
                {
                    Units =
                    [
                        .. setup.Units.Select(unit => (unit.Kind, unit.Capacity) == (large.Kind, large.Capacity)
                            ? unit with { Capacity = capacity }
                            : unit),
                    ],
                };
            }
        }
    }

    // Which sizes of memory an implementation takes is not known here, except those that it has taken.
    private static IEnumerable<long> SmallerThan(PartitionUnit unit, ServerSetup setup) =>
        (unit.Kind == UnitKind.Processor
            ? [1, 2, unit.Capacity / 2, unit.Capacity - 1]
            : new[] { setup.Units.Where(other => other.Kind == unit.Kind).Min(other => other.Capacity) })
        .Where(capacity => capacity > 0 && capacity < unit.Capacity)
        .Distinct();

    private static string PlainType(ServerSetup setup, PartitionUnit unit) =>
        setup.Units.First(other => other.Kind == unit.Kind).Type;

    private static ServerSetup With(ServerSetup setup, int place, PartitionSetup partition) =>
        setup with { Partitions = setup.Partitions.SetItem(place, partition) };

    private static ServerSetup Without(ServerSetup setup, HashSet<UnitId> units) => setup with
    {
        Units = setup.Units.RemoveAll(unit => units.Contains(unit.Id)),
        Partitions = [.. setup.Partitions.Select(p => p with { Units = p.Units.RemoveAll(units.Contains) })],
    };

    private static ServerSetup? WithOwner(ServerSetup setup, UnitId unit, PartitionId? owner) =>
        setup.Units.All(other => other.Id != unit) ? null : setup with
        {
            Partitions =
            [
                .. setup.Partitions.Select(partition => partition with
                {
                    Units = partition.Id == owner
                        ? [.. partition.Units.Remove(unit).Add(unit).OrderBy(id => id.Value)]
                        : partition.Units.Remove(unit),
                }),
            ],
        };
}
