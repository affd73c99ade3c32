using DhpConformance.Abstractions;
using static DhpConformance.Abstractions.NotificationKind;

namespace DhpConformance.Tests.Reference.Notifications;

public sealed class InputOutputTests
{
    [Fact]
    public void Requests_complete_in_order_and_the_numbers_go_on()
    {
        using var stage = new Fixture();
        stage.Driver(1, Scripts.With(new()));

        stage.Granted(new SubmitIo(new(1), 2));
        stage.Granted(new SubmitIo(new(1), 3));

        var told = stage.NotificationsAfterSettling();
        Assert.All(told, each => Assert.Equal((IoCompleted, 0), (each.Kind, each.Status)));
        Assert.Equal([1, 2, 3, 4, 5], told.Select(each => each.Request));
    }

    [Fact]
    public void Nothing_completes_between_stop_and_start()
    {
        using var stage = new Fixture();
        stage.Driver(1, Scripts.With(Scripts.Willing));
        stage.Granted(new SubmitIo(new(1), 9));

        stage.Add(Fixture.OneThread);

        var kinds = stage.NotificationsAfterSettling().Select(each => each.Kind).ToList();
        Assert.Equal(kinds.IndexOf(Stop) + 1, kinds.IndexOf(Start));
        Assert.Equal(9, kinds.Count(kind => kind == IoCompleted));
    }

    [Fact]
    public void Nothing_completes_between_asleep_and_awake()
    {
        using var stage = new Fixture();
        stage.Driver(1, Scripts.With(new()));
        stage.Granted(new SubmitIo(new(1), 9));

        stage.Replace();

        var kinds = stage.NotificationsAfterSettling().Select(each => each.Kind).ToList();
        Assert.DoesNotContain(IoCompleted, kinds[kinds.IndexOf(DeviceAsleep)..kinds.IndexOf(DeviceAwake)]);
        Assert.Equal(9, kinds.Count(kind => kind == IoCompleted));
    }

    [Fact]
    public void Requests_fail_once_the_device_is_removed()
    {
        using var stage = new Fixture();
        stage.Driver(1, Scripts.With(Scripts.Willing with { FailsRestart = true }));
        stage.Add(Fixture.OneThread);
        stage.NotificationsAfterSettling();

        stage.Granted(new SubmitIo(new(1), 1));

        Assert.NotEqual(0, Assert.Single(stage.NotificationsAfterSettling()).Status);
    }

    [Fact]
    public void Requests_complete_before_their_driver_goes()
    {
        using var stage = new Fixture();
        stage.Driver(1, Scripts.With(Scripts.Willing));
        stage.Granted(new SubmitIo(new(1), 5));
        stage.Add(Fixture.OneThread);
        stage.Apply(new StartPartition(Fixture.Here));

        stage.Granted(new Deregister(new(1)));

        var told = stage.TakeNotifications();
        Assert.Equal(5, told.Count(each => each.Kind == IoCompleted));
        Assert.Equal(told.Count(each => each.Kind == Stop), told.Count(each => each.Kind == Start));
        Assert.Empty(stage.NotificationsAfterSettling());
    }

    [Fact]
    public void Requests_to_nobody_or_for_nothing_are_refused()
    {
        using var stage = new Fixture();
        stage.Driver(1, Scripts.With(new()));
        stage.Driver(2, new());

        Assert.Equal(Outcome.Refused(RefusalReason.Invalid), stage.Apply(new SubmitIo(new(1), 0)));
        Assert.Equal(Outcome.Refused(RefusalReason.NotPresent), stage.Apply(new SubmitIo(new(2), 1)));
        Assert.Equal(Outcome.Refused(RefusalReason.NotPresent), stage.Apply(new SubmitIo(new(3), 1)));
    }
}
