using System.Numerics;
using DhpConformance.Abstractions;
using static DhpConformance.Tests.Reference.SmallServer;

namespace DhpConformance.Tests.Reference;

public sealed class NumberingTests
{
    [Fact]
    public void The_lowest_free_numbers_are_given_first()
    {
        using var server = With(Everything).And(
            new StartPartition(P0),
            new HotAdd(P0, FreeProcessor),
            new HotRemove(P0, Processor),
            new HotAdd(P0, WideProcessor));

        Assert.Equal(
            [
                new(0, 0, 2, FreeProcessor), new(1, 0, 3, FreeProcessor),
                new(2, 0, 0, WideProcessor), new(3, 0, 1, WideProcessor), new(4, 0, 4, WideProcessor),
            ],
            server.Partition(P0).Processors.ToArray());
    }

    [Fact]
    public void A_second_group_begins_when_the_first_is_full()
    {
        using var server = With(WithProcessors(Windows, 70)).And(new StartPartition(P0));

        var seen = server.Partition(P0);

        Assert.Equal(100, seen.MaximumProcessors);
        Assert.Equal([64, 6], seen.ActiveMasks.Select(BitOperations.PopCount));
        Assert.Equal((1, 0), (seen.Processors[64].Group, seen.Processors[64].Number));
    }

    [Fact]
    public void Without_groups_there_are_64_at_most()
    {
        using var server = With(WithProcessors(Nothing, 64)).And(new StartPartition(P0));

        Assert.Equal(64, server.Partition(P0).MaximumProcessors);
        Assert.Equal([ulong.MaxValue], server.Partition(P0).ActiveMasks.ToArray());
    }

    [Fact]
    public void Every_group_that_the_maximum_needs_has_a_mask()
    {
        using var server = With(WithProcessors(Windows, 1)).And(new StartPartition(P0));

        Assert.Equal([1UL, 0UL], server.Partition(P0).ActiveMasks.ToArray());
    }

    private static ServerSetup WithProcessors(Profile profile, int count)
    {
        PartitionUnit[] units =
        [
            .. Enumerable.Range(0, count).Select(
                each => new PartitionUnit(new(each), UnitKind.Processor, "ordinary", 1, $"serial {each}")),
            new(new(count), UnitKind.MemoryModule, "ordinary", Gigabyte, "module"),
        ];
        return new(
            Partitionability.Dynamic,
            [.. units],
            [new(P0, profile, 100, MemoryLimit, [.. units.Select(unit => unit.Id)])]);
    }
}
