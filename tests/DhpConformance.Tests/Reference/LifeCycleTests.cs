using DhpConformance.Abstractions;
using static DhpConformance.Abstractions.RefusalReason;
using static DhpConformance.Tests.Reference.SmallServer;

namespace DhpConformance.Tests.Reference;

public sealed class LifeCycleTests
{
    public static TheoryData<Operation, RefusalReason> RefusedWhileP0Runs => new()
    {
        { new StartPartition(NoPartition), NotPresent },
        { new StartPartition(P0), NotStopped },
        { new StartPartition(Empty), Insufficient },
        { new StopPartition(NoPartition), NotPresent },
        { new StopPartition(P1), NotRunning },
        { new RestartPartition(NoPartition), NotPresent },
        { new RestartPartition(P1), NotRunning },
        { new PowerOnServer(), NotStopped },
    };

    public static TheoryData<Operation> RefusedWhileOff => new()
    {
        new StartPartition(P0), new StopPartition(P0), new RestartPartition(P0), new PowerOffServer(),
    };

    [Theory]
    [MemberData(nameof(RefusedWhileP0Runs))]
    public void A_request_that_does_not_fit_the_run_state_is_refused(Operation operation, RefusalReason reason)
    {
        using var server = After(new StartPartition(P0));

        Assert.Equal(Outcome.Refused(reason), server.Apply(operation));
    }

    [Theory]
    [MemberData(nameof(RefusedWhileOff))]
    public void Nothing_runs_on_a_server_that_is_off(Operation operation)
    {
        using var server = After(new PowerOffServer());

        Assert.Equal(Outcome.Refused(NotRunning), server.Apply(operation));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_partition_needs_a_processor_and_a_module_to_start(int missing)
    {
        using var server = After(new ReleaseUnit(new UnitId(missing)));

        Assert.Equal(Outcome.Refused(Insufficient), server.Apply(new StartPartition(P0)));
    }

    [Fact]
    public void A_partition_starts_at_its_limits()
    {
        using var server = After(
            new AssignUnit(FreeProcessor, P0), new AssignUnit(SecondFreeProcessor, P0),
            new AssignUnit(FreeModule, P0), new AssignUnit(SecondFreeModule, P0),
            new StartPartition(P0));

        Assert.Equal(ProcessorLimit, server.Partition(P0).ActiveProcessors);
        Assert.Equal(MemoryLimit, server.Partition(P0).MemoryBytes);
    }

    [Fact]
    public void A_partition_does_not_start_beyond_its_maximum()
    {
        using var server = After(new AssignUnit(FreeProcessor, P0), new AssignUnit(WideProcessor, P0));

        Assert.Equal(Outcome.Refused(Insufficient), server.Apply(new StartPartition(P0)));
    }

    [Fact]
    public void A_partition_does_not_start_beyond_its_memory_limit()
    {
        using var server = After(new AssignUnit(FreeModule, P0), new AssignUnit(LargeModule, P0));

        Assert.Equal(Outcome.Refused(Insufficient), server.Apply(new StartPartition(P0)));
    }

    [Fact]
    public void A_partition_starts_with_what_it_holds()
    {
        using var server = After(new StartPartition(P0));

        var seen = server.Partition(P0);

        Assert.Equal(RunState.Running, seen.State);
        Assert.Equal(2, seen.ActiveProcessors);
        Assert.Equal(ProcessorLimit, seen.MaximumProcessors);
        Assert.Equal(4 * Gigabyte, seen.MemoryBytes);
        Assert.True(seen.PagedPoolBytes > 0 && seen.NonpagedPoolBytes > 0);
        Assert.True(seen.PagedPoolBytes + seen.NonpagedPoolBytes <= seen.MemoryBytes);
        Assert.Equal([Bridge], seen.Bridges.ToArray());
        Assert.Null(seen.LatestHotOperation);
    }

    [Fact]
    public void A_partition_that_does_not_run_shows_nothing()
    {
        using var server = After(new StartPartition(P0), new HotAdd(P0, FreeBridge), new StopPartition(P0));

        var seen = server.Partition(P0);

        Assert.Equal(RunState.Stopped, seen.State);
        Assert.Equal((0, 0, 0L), (seen.ActiveProcessors, seen.MaximumProcessors, seen.MemoryBytes));
        Assert.Empty(seen.Bridges);
        Assert.Null(seen.LatestHotOperation);
    }

    [Fact]
    public void Stop_and_restart_keep_what_was_hot_added()
    {
        using var server = After(new StartPartition(P0), new HotAdd(P0, FreeModule), new RestartPartition(P0));

        Assert.Equal(P0, server.OwnerOf(FreeModule));
        Assert.Equal(8 * Gigabyte, server.Partition(P0).MemoryBytes);
        Assert.Null(server.Partition(P0).LatestHotOperation);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_crashed_partition_can_be_started_or_restarted(bool restart)
    {
        using var server = After(
            new StartPartition(P0),
            new InjectPartitionError(P0),
            restart ? new RestartPartition(P0) : new StartPartition(P0));

        Assert.Equal(RunState.Running, server.Partition(P0).State);
    }

    [Fact]
    public void A_crashed_partition_can_be_stopped()
    {
        using var server = After(new StartPartition(P0), new InjectPartitionError(P0), new StopPartition(P0));

        Assert.Equal(RunState.Stopped, server.Partition(P0).State);
    }

    [Fact]
    public void Power_off_stops_all_and_power_on_starts_none()
    {
        using var server = After(
            new StartPartition(P0),
            new StartPartition(P1),
            new InjectPartitionError(P1),
            new SwitchUnitPower(FreeModule, UnitPower.Off),
            new HotAdd(P0, FreeBridge),
            new PowerOffServer());

        Assert.False(server.Observe().PoweredOn);
        Assert.All(server.Observe().Partitions, partition => Assert.Equal(RunState.Stopped, partition.State));

        server.And(new PowerOnServer());

        Assert.True(server.Observe().PoweredOn);
        Assert.All(server.Observe().Partitions, partition => Assert.Equal(RunState.Stopped, partition.State));
        Assert.Equal(P0, server.OwnerOf(FreeBridge));
        Assert.Equal(UnitPower.Off, server.Unit(FreeModule).Power);
    }
}
