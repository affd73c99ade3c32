using DhpConformance.Abstractions;
using static DhpConformance.Abstractions.RefusalReason;
using static DhpConformance.Tests.Reference.SmallServer;

namespace DhpConformance.Tests.Reference;

public sealed class HotAddTests
{
    public static TheoryData<Operation, RefusalReason> RefusedWhileP0Runs => new()
    {
        { new HotAdd(NoPartition, FreeModule), NotPresent },
        { new HotAdd(P0, NoUnit), NotPresent },
        { new HotAdd(P1, FreeModule), NotRunning },
        { new HotAdd(P0, OtherModule), InUse },
        { new HotAdd(P0, Module), InUse },
    };

    [Theory]
    [MemberData(nameof(RefusedWhileP0Runs))]
    public void A_hot_add_that_does_not_fit_is_refused(Operation operation, RefusalReason reason)
    {
        using var server = After(new StartPartition(P0));

        Assert.Equal(Outcome.Refused(reason), server.Apply(operation));
    }

    [Fact]
    public void A_profile_without_the_capability_refuses_it()
    {
        using var server = With(Nothing).And(new StartPartition(P0));

        Assert.Equal(Outcome.Refused(NotSupported), server.Apply(new HotAdd(P0, FreeModule)));
    }

    [Fact]
    public void Processors_join_up_to_the_maximum_and_not_beyond()
    {
        using var server = After(new StartPartition(P0), new HotAdd(P0, FreeProcessor));

        Assert.Equal(Outcome.Refused(LimitExceeded), server.Apply(new HotAdd(P0, WideProcessor)));
        Assert.Equal(Outcome.Completed, server.Apply(new HotAdd(P0, SecondFreeProcessor)));
        Assert.Equal(ProcessorLimit, server.Partition(P0).ActiveProcessors);
    }

    [Fact]
    public void Memory_grows_up_to_the_limit_and_not_beyond()
    {
        using var server = After(new StartPartition(P0), new HotAdd(P0, FreeModule));

        Assert.Equal(Outcome.Refused(LimitExceeded), server.Apply(new HotAdd(P0, LargeModule)));
        Assert.Equal(Outcome.Completed, server.Apply(new HotAdd(P0, SecondFreeModule)));
        Assert.Equal(MemoryLimit, server.Partition(P0).MemoryBytes);
    }

    [Fact]
    public void Pools_stay_what_they_were_at_start()
    {
        using var server = After(new StartPartition(P0));
        var before = server.Partition(P0);

        var after = server.And(new HotAdd(P0, FreeModule), new HotAdd(P0, FreeProcessor)).Partition(P0);

        Assert.Equal(before.PagedPoolBytes, after.PagedPoolBytes);
        Assert.Equal(before.NonpagedPoolBytes, after.NonpagedPoolBytes);
    }

    [Fact]
    public void A_bridge_is_started_and_listed_in_order()
    {
        using var server = After(
            new AssignUnit(FreeBridge, Empty),
            new AssignUnit(FreeModule, Empty),
            new AssignUnit(FreeProcessor, Empty),
            new ReleaseUnit(Bridge),
            new StartPartition(Empty),
            new HotAdd(Empty, Bridge));

        Assert.Equal([Bridge, FreeBridge], server.Partition(Empty).Bridges.ToArray());
    }

    [Fact]
    public void A_unit_that_was_off_is_switched_on_and_shown_as_added()
    {
        using var server = After(
            new SwitchUnitPower(FreeModule, UnitPower.Off),
            new StartPartition(P0),
            new HotAdd(P0, FreeModule));

        Assert.Equal(new UnitObservation(FreeModule, P0, UnitPower.On), server.Unit(FreeModule));
        Assert.Equal(
            new HotOperationStatus(HotOperation.Add, FreeModule, OutcomeKind.Completed),
            server.Partition(P0).LatestHotOperation);
    }

    [Fact]
    public void The_neighbour_does_not_notice()
    {
        using var server = After(new StartPartition(P0), new StartPartition(P1));
        var before = server.Partition(P1);

        server.And(new HotAdd(P0, FreeModule), new HotAdd(P0, FreeProcessor));

        Assert.Equal(before.MemoryBytes, server.Partition(P1).MemoryBytes);
        Assert.Equal(before.ActiveProcessors, server.Partition(P1).ActiveProcessors);
        Assert.Null(server.Partition(P1).LatestHotOperation);
    }
}
