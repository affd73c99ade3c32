using DhpConformance.Abstractions;
using static DhpConformance.Abstractions.RefusalReason;
using static DhpConformance.Tests.Reference.SmallServer;

namespace DhpConformance.Tests.Reference;

public sealed class ConfigurationTests
{
    public static TheoryData<Operation, RefusalReason> RefusedWhileP0RunsAndP1HasCrashed => new()
    {
        { new AssignUnit(NoUnit, Empty), NotPresent },
        { new AssignUnit(FreeModule, NoPartition), NotPresent },
        { new AssignUnit(Module, Empty), InUse },
        { new AssignUnit(FreeModule, P0), NotStopped },
        { new AssignUnit(FreeModule, P1), NotStopped },
        { new ReleaseUnit(NoUnit), NotPresent },
        { new ReleaseUnit(FreeModule), NotAssigned },
        { new ReleaseUnit(Bridge), NotStopped },
        { new ReleaseUnit(OtherBridge), NotStopped },
        { new SwitchUnitPower(NoUnit, UnitPower.Off), NotPresent },
        { new SwitchUnitPower(Module, UnitPower.Off), InUse },
        { new SwitchUnitPower(OtherModule, UnitPower.Off), InUse },
    };

    [Theory]
    [MemberData(nameof(RefusedWhileP0RunsAndP1HasCrashed))]
    public void A_change_that_does_not_fit_is_refused(Operation operation, RefusalReason reason)
    {
        using var server = After(new StartPartition(P0), new StartPartition(P1), new InjectPartitionError(P1));

        Assert.Equal(Outcome.Refused(reason), server.Apply(operation));
    }

    [Fact]
    public void An_assigned_unit_belongs_to_its_partition_and_is_switched_on()
    {
        using var server = After(new SwitchUnitPower(FreeModule, UnitPower.Off), new AssignUnit(FreeModule, Empty));

        Assert.Equal(new UnitObservation(FreeModule, Empty, UnitPower.On), server.Unit(FreeModule));
    }

    [Fact]
    public void A_unit_cannot_be_assigned_to_the_partition_that_holds_it()
    {
        using var server = After();

        Assert.Equal(Outcome.Refused(InUse), server.Apply(new AssignUnit(Module, P0)));
    }

    [Fact]
    public void A_released_unit_is_free_and_stays_switched_on()
    {
        using var server = After(new ReleaseUnit(Bridge));

        Assert.Equal(new UnitObservation(Bridge, null, UnitPower.On), server.Unit(Bridge));
    }

    [Fact]
    public void A_unit_of_a_stopped_partition_cannot_be_switched()
    {
        using var server = After();

        Assert.Equal(Outcome.Refused(InUse), server.Apply(new SwitchUnitPower(Bridge, UnitPower.Off)));
    }

    [Theory]
    [InlineData(UnitPower.Off)]
    [InlineData(UnitPower.On)]
    public void A_free_unit_can_be_switched_to_either_position(UnitPower power)
    {
        using var server = After(new SwitchUnitPower(FreeBridge, power), new SwitchUnitPower(FreeBridge, power));

        Assert.Equal(power, server.Unit(FreeBridge).Power);
    }
}
