using DhpConformance.Abstractions;
using static DhpConformance.Abstractions.NotificationKind;

namespace DhpConformance.Tests.Reference.Notifications;

public sealed class PlugAndPlayTests
{
    [Theory]
    [InlineData(1, false, DeviceClass.Other, false)]
    [InlineData(2, true, DeviceClass.Network, true)]
    [InlineData(3, true, DeviceClass.Other, false)]
    [InlineData(null, false, DeviceClass.Network, true)]
    [InlineData(null, null, DeviceClass.Network, false)]
    [InlineData(0, null, DeviceClass.Other, true)]
    public void The_policy_of_a_device_comes_first_then_its_class_then_the_default(
        int? policy, bool? optOut, DeviceClass kind, bool takesPart)
    {
        using var stage = new Fixture();
        stage.Driver(1, Scripts.With(new() { RebalancePolicy = policy, ClassOptOut = optOut, Class = kind }));

        stage.Add(Fixture.OneThread);

        Assert.Equal(
            takesPart ? [QueryStop, Stop, Start] : [],
            stage.NotificationsAfterSettling().Select(each => each.Kind));
    }

    [Fact]
    public void A_device_that_rejects_query_stop_stays_started_and_the_others_go_on()
    {
        using var stage = new Fixture();
        stage.Driver(1, Scripts.With(Scripts.Willing with { RejectsQueryStop = true }));
        stage.Driver(2, Scripts.With(Scripts.Willing));

        stage.Add(Fixture.OneThread);

        var told = stage.NotificationsAfterSettling();
        Assert.Equal([QueryStop, CancelStop], Kinds(told, 1));
        Assert.Equal([QueryStop, Stop, Start], Kinds(told, 2));
        Assert.Equal([1, 0], told.Where(each => each.Kind == QueryStop).Select(each => each.Status));
    }

    [Fact]
    public void A_device_that_fails_restart_is_removed_and_takes_part_in_nothing_more()
    {
        using var stage = new Fixture();
        stage.Driver(1, Scripts.With(Scripts.Willing with { FailsRestart = true }));
        stage.Add(Fixture.OneThread);

        Assert.Equal([QueryStop, Stop, Start, SurpriseRemoval], Kinds(stage.NotificationsAfterSettling(), 1));
        Assert.Equal(new(new(1), DeviceState.Removed), Assert.Single(stage.Shown.Devices));

        stage.Add(Fixture.AnotherThread);
        Assert.Empty(stage.NotificationsAfterSettling());
    }

    [Fact]
    public void A_round_is_spread_over_operations_and_its_devices_are_shown_as_paused()
    {
        using var stage = new Fixture();
        stage.Driver(1, Scripts.With(Scripts.Willing));
        stage.Add(Fixture.OneThread);
        var seen = new List<DeviceState>();

        for (var i = 0; i < 4; i++)
        {
            seen.Add(stage.Shown.Devices[0].State);
            stage.Add(Fixture.OneThread);
        }

        Assert.Contains(DeviceState.Paused, seen);
        Assert.Equal(DeviceState.Started, stage.Shown.Devices[0].State);
    }

    [Fact]
    public void Adds_that_come_before_a_round_begins_share_it()
    {
        using var stage = new Fixture();
        stage.Driver(1, Scripts.With(Scripts.Willing));

        stage.Add(Fixture.FourThreads);

        Assert.Equal([QueryStop, Stop, Start], Kinds(stage.NotificationsAfterSettling(), 1));
    }

    [Fact]
    public void Nothing_but_a_processor_that_became_active_starts_a_round()
    {
        using var stage = new Fixture();
        stage.Driver(1, Scripts.With(Scripts.Willing));
        stage.Granted(new InjectStartFailure(Fixture.OneThread, 1));

        stage.Add(Fixture.Module);
        stage.Add(Fixture.OneThread);
        stage.Replace();

        Assert.DoesNotContain(stage.NotificationsAfterSettling(), each => each.Kind == QueryStop);
    }

    [Fact]
    public void A_profile_that_does_not_promise_it_never_rebalances()
    {
        using var stage = new Fixture(Fixture.Everything with { Behaviours = [] });
        stage.Driver(1, Scripts.With(Scripts.Willing));

        stage.Add(Fixture.OneThread);

        Assert.Empty(stage.NotificationsAfterSettling());
    }

    private static IEnumerable<NotificationKind> Kinds(IEnumerable<Notification> told, int driver) =>
        told.Where(each => each.Consumer == new ConsumerId(driver)).Select(each => each.Kind);
}
