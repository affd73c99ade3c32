using DhpConformance.Abstractions;
using static DhpConformance.Abstractions.RefusalReason;
using static DhpConformance.Tests.Reference.SmallServer;

namespace DhpConformance.Tests.Reference;

public sealed class HotReplaceTests
{
    public static TheoryData<Operation, RefusalReason> RefusedWhileP0Runs => new()
    {
        { new HotReplace(NoPartition, Module, FreeModule), NotPresent },
        { new HotReplace(P0, NoUnit, FreeModule), NotPresent },
        { new HotReplace(P0, Module, NoUnit), NotPresent },
        { new HotReplace(P1, OtherModule, FreeModule), NotRunning },
        { new HotReplace(P0, Bridge, FreeBridge), NotSupported },
        { new HotReplace(P0, OtherModule, FreeModule), NotAssigned },
        { new HotReplace(P0, SecondFreeModule, FreeModule), NotAssigned },
        { new HotReplace(P0, Module, OtherModule), InUse },
        { new HotReplace(P0, Module, Module), InUse },
        { new HotReplace(P0, Module, LargeModule), Incompatible },
        { new HotReplace(P0, Processor, WideProcessor), Incompatible },
        { new HotReplace(P0, Processor, ForeignProcessor), Incompatible },
        { new HotReplace(P0, Processor, FreeModule), Incompatible },
    };

    [Theory]
    [MemberData(nameof(RefusedWhileP0Runs))]
    public void A_hot_replace_that_does_not_fit_is_refused(Operation operation, RefusalReason reason)
    {
        using var server = After(new StartPartition(P0));

        Assert.Equal(Outcome.Refused(reason), server.Apply(operation));
    }

    [Fact]
    public void The_spare_is_switched_on_and_the_target_is_free()
    {
        using var server = After(
            new SwitchUnitPower(FreeModule, UnitPower.Off),
            new StartPartition(P0),
            new HotReplace(P0, Module, FreeModule));

        Assert.Equal(new UnitObservation(FreeModule, P0, UnitPower.On), server.Unit(FreeModule));
        Assert.Null(server.OwnerOf(Module));
        Assert.Equal(
            new HotOperationStatus(HotOperation.Replace, FreeModule, OutcomeKind.Completed),
            server.Partition(P0).LatestHotOperation);
    }

    [Fact]
    public void The_spare_takes_over_the_numbers_of_the_target_and_nothing_else_changes()
    {
        using var server = After(new StartPartition(P0), new HotAdd(P0, FreeProcessor));
        var before = server.Partition(P0);

        var after = server.And(new HotReplace(P0, Processor, SecondFreeProcessor)).Partition(P0);

        Assert.Equal(
            before.Processors.Select(
                each => each.Unit == Processor ? each with { Unit = SecondFreeProcessor } : each),
            after.Processors.ToArray());
        Assert.Equal(before.ActiveMasks.ToArray(), after.ActiveMasks.ToArray());
        Assert.Equal(
            (before.MaximumProcessors, before.MemoryBytes, before.PagedPoolBytes, before.NonpagedPoolBytes),
            (after.MaximumProcessors, after.MemoryBytes, after.PagedPoolBytes, after.NonpagedPoolBytes));
    }

    [Fact]
    public void A_unit_that_was_replaced_can_be_the_spare_later()
    {
        using var server = After(
            new StartPartition(P0),
            new HotReplace(P0, Processor, FreeProcessor),
            new HotReplace(P0, FreeProcessor, Processor),
            new RestartPartition(P0));

        Assert.Equal([Processor, Processor], server.Partition(P0).Processors.Select(each => each.Unit));
    }

    [Fact]
    public void A_profile_that_supports_it_replaces_bridges_too()
    {
        using var server = With(Everything).And(new StartPartition(P0), new HotReplace(P0, Bridge, FreeBridge));

        Assert.Equal([FreeBridge], server.Partition(P0).Bridges.ToArray());
    }
}
