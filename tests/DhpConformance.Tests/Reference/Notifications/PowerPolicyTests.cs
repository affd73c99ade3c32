using DhpConformance.Abstractions;
using static DhpConformance.Abstractions.NotificationKind;

namespace DhpConformance.Tests.Reference.Notifications;

public sealed class PowerPolicyTests
{
    [Fact]
    public void Everybody_sleeps_before_the_swap_and_wakes_up_after_it()
    {
        using var stage = new Fixture();
        stage.Driver(1, Scripts.With(new()));
        stage.Driver(2, new());

        Assert.Equal(Outcome.Completed, stage.Replace());

        Assert.Equal(
            [
                (QueryPower, 1), (QueryPower, 2),
                (SetPowerSleep, 1), (DeviceAsleep, 1), (SetPowerSleep, 2),
                (UnitsSwapped, null),
                (SetPowerWorking, 2), (SetPowerWorking, 1), (DeviceAwake, 1),
            ],
            stage.TakeNotifications().Select(each => (each.Kind, each.Consumer?.Value)));
        Assert.Equal(DeviceState.Started, stage.Shown.Devices[0].State);
    }

    [Fact]
    public void The_swap_names_the_spare_and_is_told_even_if_nobody_is_registered()
    {
        using var stage = new Fixture();

        stage.Replace();

        var told = Assert.Single(stage.TakeNotifications());
        Assert.Equal((UnitsSwapped, Fixture.IdenticalProcessor), (told.Kind, told.Unit!.Value));
    }

    [Fact]
    public void A_device_that_never_reaches_D3_ends_the_replace_and_everybody_wakes_up()
    {
        using var stage = new Fixture();
        stage.Driver(1, Scripts.With(new()));
        stage.Driver(2, Scripts.With(new() { NeverReachesD3 = true }));

        Assert.Equal(Outcome.Failed(FailureReason.QuiesceFailed), stage.Replace());

        var told = stage.TakeNotifications();
        Assert.Equal(
            [SetPowerSleep, DeviceAsleep, SetPowerSleep, SetPowerWorking, SetPowerWorking, DeviceAwake],
            told.Select(each => each.Kind).Where(kind => kind != QueryPower));
        Assert.DoesNotContain(told, each => each is { Kind: DeviceAsleep or DeviceAwake, Consumer.Value: 2 });
        Assert.Equal(OutcomeKind.Failed, stage.Shown.LatestHotOperation!.Value.Outcome);
    }

    [Fact]
    public void A_rejected_query_ends_the_replace_before_anybody_sleeps()
    {
        using var stage = new Fixture();
        stage.Driver(1, Scripts.With(new() { RejectsQueryPower = true }));

        Assert.Equal(Outcome.Failed(FailureReason.QuiesceFailed), stage.Replace());

        Assert.Equal(
            [(QueryPower, 1), (SetPowerWorking, 0)],
            stage.TakeNotifications().Select(each => (each.Kind, each.Status)));
    }

    [Fact]
    public void A_non_dynamic_device_rules_a_replace_out()
    {
        using var stage = new Fixture();
        stage.Driver(1, Scripts.With(new() { NonDynamic = true }));

        Assert.Equal(Outcome.Refused(RefusalReason.Incompatible), stage.Replace());

        Assert.Empty(stage.TakeNotifications());
    }

    [Fact]
    public void A_spare_that_does_not_start_is_not_swapped_and_everybody_wakes_up()
    {
        using var stage = new Fixture();
        stage.Driver(1, Scripts.With(new()));
        stage.Granted(new InjectStartFailure(Fixture.IdenticalProcessor, 1));

        Assert.Equal(Outcome.Failed(FailureReason.StartFailed), stage.Replace());

        Assert.Equal(
            [QueryPower, SetPowerSleep, DeviceAsleep, SetPowerWorking, DeviceAwake],
            stage.TakeNotifications().Select(each => each.Kind));
    }

    [Fact]
    public void A_replace_that_fails_to_quiesce_uses_up_the_start_failure()
    {
        using var stage = new Fixture();
        stage.Driver(1, Scripts.With(new() { NeverReachesD3 = true }));
        stage.Granted(new InjectStartFailure(Fixture.IdenticalProcessor, 1));
        stage.Replace();
        stage.Granted(new Deregister(new(1)));

        Assert.Equal(Outcome.Completed, stage.Replace());
    }

    [Fact]
    public void A_rebalance_that_has_begun_ends_before_anybody_sleeps()
    {
        using var stage = new Fixture();
        stage.Driver(1, Scripts.With(Scripts.Willing));
        stage.Add(Fixture.OneThread);
        while (stage.Shown.Devices[0].State == DeviceState.Started)
        {
            stage.Apply(new StartPartition(Fixture.Here));
        }

        stage.Replace();

        Assert.Equal(Start, stage.TakeNotifications().First(each => each.Kind is Start or SetPowerSleep).Kind);
    }
}
