using DhpConformance.Abstractions;
using static DhpConformance.Abstractions.RefusalReason;
using static DhpConformance.Tests.Reference.SmallServer;

namespace DhpConformance.Tests.Reference;

public sealed class FaultTests
{
    private static readonly Outcome StartFailed = Outcome.Failed(FailureReason.StartFailed);

    public static TheoryData<Operation, RefusalReason> RefusedWhileP0Runs => new()
    {
        { new InjectPartitionError(NoPartition), NotPresent },
        { new InjectPartitionError(P1), NotRunning },
        { new InjectStartFailure(NoUnit, 1), NotPresent },
        { new InjectStartFailure(Module, 1), InUse },
        { new InjectStartFailure(FreeModule, 2), Invalid },
        { new InjectStartFailure(FreeProcessor, 0), Invalid },
        { new InjectStartFailure(FreeProcessor, 3), Invalid },
    };

    [Theory]
    [MemberData(nameof(RefusedWhileP0Runs))]
    public void A_fault_that_cannot_be_is_refused(Operation operation, RefusalReason reason)
    {
        using var server = After(new StartPartition(P0));

        Assert.Equal(Outcome.Refused(reason), server.Apply(operation));
    }

    [Fact]
    public void An_error_crashes_its_partition_and_no_other()
    {
        using var server = After(new StartPartition(P0), new StartPartition(P1), new InjectPartitionError(P0));

        Assert.Equal(RunState.Crashed, server.Partition(P0).State);
        Assert.Equal(P0, server.OwnerOf(Processor));
        Assert.Equal(RunState.Running, server.Partition(P1).State);
        Assert.Equal(Outcome.Refused(NotRunning), server.Apply(new HotAdd(P0, FreeModule)));
    }

    [Theory]
    [InlineData(7, 1)]
    [InlineData(6, 2)]
    [InlineData(8, 1)]
    public void A_unit_that_does_not_start_stays_free_and_as_it_was(int id, int components)
    {
        var unit = new UnitId(id);
        using var server = After(
            new SwitchUnitPower(unit, UnitPower.Off),
            new InjectStartFailure(unit, components),
            new StartPartition(P0));
        var before = server.Partition(P0);

        Assert.Equal(StartFailed, server.Apply(new HotAdd(P0, unit)));

        var status = new HotOperationStatus(HotOperation.Add, unit, OutcomeKind.Failed);
        Assert.Equal(new UnitObservation(unit, null, UnitPower.Off), server.Unit(unit));
        Assert.Equal(status, server.Partition(P0).LatestHotOperation);
        Assert.Equal(before.MemoryBytes, server.Partition(P0).MemoryBytes);
        Assert.Equal(before.Processors.ToArray(), server.Partition(P0).Processors.ToArray());
        Assert.Equal(before.Bridges.ToArray(), server.Partition(P0).Bridges.ToArray());
    }

    [Fact]
    public void Parked_components_become_active_at_the_next_start()
    {
        using var server = After(new InjectStartFailure(FreeProcessor, 1), new StartPartition(P0));

        Assert.Equal(Outcome.PartlyCompleted, server.Apply(new HotAdd(P0, FreeProcessor)));
        Assert.Equal(3, server.Partition(P0).ActiveProcessors);
        Assert.Equal(
            new HotOperationStatus(HotOperation.Add, FreeProcessor, OutcomeKind.PartlyCompleted),
            server.Partition(P0).LatestHotOperation);

        Assert.Equal(4, server.And(new RestartPartition(P0)).Partition(P0).ActiveProcessors);
    }

    [Fact]
    public void Parked_components_count_towards_the_maximum_so_that_a_restart_is_always_possible()
    {
        using var server = After(
            new InjectStartFailure(FreeProcessor, 1),
            new StartPartition(P0),
            new HotAdd(P0, FreeProcessor));

        Assert.Equal(ProcessorLimit - 3, server.Partition(P0).ActiveProcessors);
        Assert.Equal(Outcome.Refused(LimitExceeded), server.Apply(new HotAdd(P0, WideProcessor)));
        Assert.Equal(Outcome.Completed, server.Apply(new RestartPartition(P0)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_spare_that_does_not_start_as_a_whole_leaves_the_target_in_place(int components)
    {
        using var server = After(new InjectStartFailure(FreeProcessor, components), new StartPartition(P0));
        var before = server.Partition(P0);

        Assert.Equal(StartFailed, server.Apply(new HotReplace(P0, Processor, FreeProcessor)));

        Assert.Equal(P0, server.OwnerOf(Processor));
        Assert.Null(server.OwnerOf(FreeProcessor));
        Assert.Equal(before.Processors.ToArray(), server.Partition(P0).Processors.ToArray());
        Assert.Equal(
            new HotOperationStatus(HotOperation.Replace, FreeProcessor, OutcomeKind.Failed),
            server.Partition(P0).LatestHotOperation);
    }

    [Fact]
    public void A_start_failure_is_used_up_by_the_attempt()
    {
        using var server = After(new InjectStartFailure(FreeModule, 1), new StartPartition(P0));

        Assert.Equal(StartFailed, server.Apply(new HotAdd(P0, FreeModule)));
        Assert.Equal(Outcome.Completed, server.Apply(new HotAdd(P0, FreeModule)));
    }

    [Fact]
    public void A_start_failure_outlives_a_refusal()
    {
        using var server = After(new InjectStartFailure(FreeModule, 1), new StartPartition(P0));

        Assert.Equal(Outcome.Refused(NotRunning), server.Apply(new HotAdd(P1, FreeModule)));
        Assert.Equal(StartFailed, server.Apply(new HotAdd(P0, FreeModule)));
    }

    [Fact]
    public void A_start_failure_is_forgotten_by_an_assignment()
    {
        using var server = After(
            new InjectStartFailure(FreeModule, 1),
            new AssignUnit(FreeModule, Empty),
            new ReleaseUnit(FreeModule),
            new StartPartition(P0));

        Assert.Equal(Outcome.Completed, server.Apply(new HotAdd(P0, FreeModule)));
    }

    [Fact]
    public void The_latest_of_several_start_failures_counts()
    {
        using var server = After(
            new InjectStartFailure(FreeProcessor, 2),
            new InjectStartFailure(FreeProcessor, 1),
            new StartPartition(P0));

        Assert.Equal(Outcome.PartlyCompleted, server.Apply(new HotAdd(P0, FreeProcessor)));
    }
}
