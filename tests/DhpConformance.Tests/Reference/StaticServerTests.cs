using DhpConformance.Abstractions;
using static DhpConformance.Abstractions.RefusalReason;
using static DhpConformance.Tests.Reference.SmallServer;

namespace DhpConformance.Tests.Reference;

public sealed class StaticServerTests
{
    public static TheoryData<Operation> ChangesOfTheMap => new()
    {
        new AssignUnit(FreeModule, Empty),
        new ReleaseUnit(OtherBridge),
        new HotAdd(P0, FreeModule),
        new HotReplace(P0, Module, FreeModule),
        new HotRemove(P0, Bridge),
    };

    [Theory]
    [MemberData(nameof(ChangesOfTheMap))]
    public void The_map_is_frozen_while_the_server_is_powered_on(Operation operation)
    {
        using var server = With(Everything, Partitionability.Static).And(new StartPartition(P0));

        Assert.Equal(Outcome.Refused(NotDynamic), server.Apply(operation));
    }

    [Fact]
    public void The_map_can_be_changed_while_the_server_is_off_and_then_holds()
    {
        using var server = With(Windows, Partitionability.Static).And(
            new PowerOffServer(),
            new AssignUnit(FreeModule, Empty),
            new ReleaseUnit(Bridge),
            new PowerOnServer());

        Assert.Equal(Empty, server.OwnerOf(FreeModule));
        Assert.Null(server.OwnerOf(Bridge));
    }

    [Fact]
    public void Partitions_start_and_free_units_can_be_switched()
    {
        using var server = With(Windows, Partitionability.Static).And(
            new StartPartition(P0),
            new SwitchUnitPower(FreeModule, UnitPower.Off));

        Assert.Equal(RunState.Running, server.Partition(P0).State);
        Assert.Equal(UnitPower.Off, server.Unit(FreeModule).Power);
    }
}
