using DhpConformance.Abstractions;
using static DhpConformance.Abstractions.RefusalReason;
using static DhpConformance.Tests.Reference.SmallServer;

namespace DhpConformance.Tests.Reference;

public sealed class HotRemoveTests
{
    public static TheoryData<Operation, RefusalReason> RefusedWhileP0Runs => new()
    {
        { new HotRemove(NoPartition, Bridge), NotPresent },
        { new HotRemove(P0, NoUnit), NotPresent },
        { new HotRemove(P1, OtherBridge), NotRunning },
        { new HotRemove(P0, OtherBridge), NotAssigned },
        { new HotRemove(P0, FreeBridge), NotAssigned },
        { new HotRemove(P0, Processor), Insufficient },
        { new HotRemove(P0, Module), Insufficient },
    };

    [Theory]
    [MemberData(nameof(RefusedWhileP0Runs))]
    public void A_hot_remove_that_does_not_fit_is_refused(Operation operation, RefusalReason reason)
    {
        using var server = With(Everything).And(new StartPartition(P0));

        Assert.Equal(Outcome.Refused(reason), server.Apply(operation));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Windows_refuses_it_for_every_kind(int unit)
    {
        using var server = After(new StartPartition(P0));

        Assert.Equal(Outcome.Refused(NotSupported), server.Apply(new HotRemove(P0, new UnitId(unit))));
    }

    [Fact]
    public void A_removed_unit_is_free_and_what_it_brought_is_gone()
    {
        using var server = With(Everything).And(
            new StartPartition(P0),
            new HotAdd(P0, FreeModule),
            new HotRemove(P0, Module),
            new HotRemove(P0, Bridge));

        var seen = server.Partition(P0);

        Assert.Null(server.OwnerOf(Module));
        Assert.Equal(4 * Gigabyte, seen.MemoryBytes);
        Assert.Empty(seen.Bridges);
        Assert.Equal(
            new HotOperationStatus(HotOperation.Remove, Bridge, OutcomeKind.Completed),
            seen.LatestHotOperation);
    }

    [Fact]
    public void The_other_processors_keep_their_numbers_and_indexes_close_up()
    {
        using var server = With(Everything).And(
            new StartPartition(P0),
            new HotAdd(P0, FreeProcessor),
            new HotRemove(P0, Processor));

        Assert.Equal(
            [new(0, 0, 2, FreeProcessor), new(1, 0, 3, FreeProcessor)],
            server.Partition(P0).Processors.ToArray());
        Assert.Equal([0b1100UL], server.Partition(P0).ActiveMasks.ToArray());
    }
}
