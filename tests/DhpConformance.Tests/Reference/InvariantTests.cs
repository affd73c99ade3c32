using System.Numerics;
using DhpConformance.Abstractions;

namespace DhpConformance.Tests.Reference;

/// <summary>What is true of the server after any sequence, for 300 random ones.</summary>
public sealed class InvariantTests
{
    private static IEnumerable<(ServerSetup Setup, Observation Seen)> Afterwards()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new RandomCase(seed);
            using var server = SmallServer.With(random.Setup);
            foreach (var operation in random.Operations)
            {
                server.Apply(operation);
            }

            yield return (random.Setup, server.Observe());
        }
    }

    private static IEnumerable<(PartitionObservation Partition, PartitionUnit[] Held)> RunningAfterwards() =>
        from after in Afterwards()
        from partition in after.Seen.Partitions
        where partition.State == RunState.Running
        select (partition, Held(after.Setup, after.Seen, partition.Id));

    private static PartitionUnit[] Held(ServerSetup setup, Observation seen, PartitionId partition) =>
        [.. setup.Units.Zip(seen.Units).Where(pair => pair.Second.Owner == partition).Select(pair => pair.First)];

    [Fact]
    public void No_unit_is_lost_or_invented() =>
        Assert.All(Afterwards(), after => Assert.Equal(
            after.Setup.Units.Select(unit => unit.Id), after.Seen.Units.Select(unit => unit.Id)));

    [Fact]
    public void A_unit_that_is_held_is_on() =>
        Assert.All(Afterwards(), after => Assert.DoesNotContain(
            after.Seen.Units, unit => unit.Owner is not null && unit.Power == UnitPower.Off));

    [Fact]
    public void Nothing_runs_without_power() =>
        Assert.All(Afterwards(), after => Assert.True(
            after.Seen.PoweredOn || after.Seen.Partitions.All(partition => partition.State == RunState.Stopped)));

    [Fact]
    public void Memory_and_bridges_are_those_of_the_units_held() =>
        Assert.All(RunningAfterwards(), each =>
        {
            Assert.Equal(Of(each.Held, UnitKind.MemoryModule).Sum(unit => unit.Capacity), each.Partition.MemoryBytes);
            Assert.Equal(Of(each.Held, UnitKind.IoHostBridge).Select(unit => unit.Id), each.Partition.Bridges);
        });

    [Fact]
    public void Active_processors_belong_to_units_held_and_are_at_most_the_maximum() =>
        Assert.All(RunningAfterwards(), each =>
        {
            var processors = Of(each.Held, UnitKind.Processor).ToDictionary(unit => unit.Id);
            Assert.InRange(each.Partition.ActiveProcessors, 1, each.Partition.MaximumProcessors);
            Assert.All(
                each.Partition.Processors.GroupBy(processor => processor.Unit),
                unit => Assert.InRange(unit.Count(), 1, processors[unit.Key].Capacity));
        });

    [Fact]
    public void Indexes_numbers_and_masks_agree() =>
        Assert.All(RunningAfterwards(), each =>
        {
            var seen = each.Partition;
            Assert.Equal(Enumerable.Range(0, seen.ActiveProcessors), seen.Processors.Select(one => one.Index));
            Assert.All(seen.Processors, one => Assert.True((seen.ActiveMasks[one.Group] >> one.Number & 1) == 1));
            Assert.Equal(seen.ActiveProcessors, seen.Processors.DistinctBy(one => (one.Group, one.Number)).Count());
            Assert.Equal(seen.ActiveProcessors, seen.ActiveMasks.Sum(BitOperations.PopCount));
        });

    [Fact]
    public void A_refused_request_changes_nothing()
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var random = new RandomCase(seed);
            using var server = SmallServer.With(random.Setup);
            foreach (var operation in random.Operations)
            {
                server.Observe();
                var before = Seen.At(server);
                if (server.Apply(operation).Kind == OutcomeKind.Refused)
                {
                    Assert.Equal(before, Seen.At(server));
                }
            }
        }
    }

    private static IEnumerable<PartitionUnit> Of(PartitionUnit[] units, UnitKind kind) =>
        units.Where(unit => unit.Kind == kind);
}
