using DhpConformance.Abstractions;
using static DhpConformance.Tests.Reference.SmallServer;

namespace DhpConformance.Tests.Reference;

public sealed class OutageTests
{
    public static TheoryData<Operation> NeedsTheServiceProcessor => new()
    {
        new AssignUnit(FreeModule, Empty),
        new ReleaseUnit(OtherBridge),
        new SwitchUnitPower(FreeModule, UnitPower.Off),
        new StartPartition(P1),
        new StopPartition(P0),
        new RestartPartition(P0),
        new PowerOnServer(),
        new PowerOffServer(),
        new HotAdd(P0, FreeModule),
        new HotReplace(P0, Module, FreeModule),
        new HotRemove(P0, Bridge),
    };

    public static TheoryData<Operation> GoesOnWithoutIt => new()
    {
        new InjectPartitionError(P0),
        new InjectStartFailure(FreeModule, 1),
        new InjectServiceProcessorOutage(false),
        new InjectServiceProcessorOutage(true),
        new Settle(),
    };

    [Theory]
    [MemberData(nameof(NeedsTheServiceProcessor))]
    public void While_it_is_out_nothing_changes_the_map_the_power_or_the_run_state(Operation operation)
    {
        using var server = After(new StartPartition(P0), new InjectServiceProcessorOutage(false));

        Assert.Equal(Outcome.Refused(RefusalReason.Unavailable), server.Apply(operation));
    }

    [Theory]
    [MemberData(nameof(GoesOnWithoutIt))]
    public void Faults_and_settling_do_not_need_it(Operation operation)
    {
        using var server = After(new StartPartition(P0), new InjectServiceProcessorOutage(false));

        Assert.Equal(Outcome.Completed, server.Apply(operation));
    }

    [Fact]
    public void Running_partitions_go_on_and_it_can_come_back()
    {
        using var server = After(new StartPartition(P0), new InjectServiceProcessorOutage(false));

        Assert.Equal(RunState.Running, server.Partition(P0).State);
        Assert.Equal(Outcome.Completed, server.Apply(new InjectServiceProcessorOutage(true)));
        Assert.Equal(Outcome.Completed, server.Apply(new HotAdd(P0, FreeModule)));
    }
}
