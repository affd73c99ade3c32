using DhpConformance.Abstractions;
using static DhpConformance.Abstractions.NotificationKind;

namespace DhpConformance.Tests.Reference.Notifications;

public sealed class ArrivalsTests
{
    [Fact]
    public void Drivers_and_applications_are_told_once_of_each_processor_and_module()
    {
        using var stage = new Fixture();
        stage.Driver(1, Scripts.Listener);
        stage.Granted(new RegisterApplication(Fixture.Here, new(2), new(true, true)));

        stage.Add(Fixture.TwoThreads);
        stage.Add(Fixture.Module);

        var told = stage.NotificationsAfterSettling();
        Assert.Equal(3, told.Count(each => each is { Kind: InterfaceArrival, Consumer.Value: 1 }));
        Assert.Equal(3, told.Count(each => each is { Kind: DeviceArrival, Consumer.Value: 2 }));
        Assert.Equal(6, told.Length);
        Assert.Empty(stage.NotificationsAfterSettling());
    }

    [Fact]
    public void Nobody_is_told_of_a_kind_not_asked_for()
    {
        using var stage = new Fixture();
        stage.Driver(1, new() { MemoryArrivals = true });
        stage.Granted(new RegisterApplication(Fixture.Here, new(2), new(true, false)));

        stage.Add(Fixture.OneThread);
        stage.Add(Fixture.Module);

        Assert.Equal(
            [(1, Fixture.Module), (2, Fixture.OneThread)],
            stage.NotificationsAfterSettling()
                .Select(each => (each.Consumer!.Value.Value, each.Unit!.Value)).Order(ByConsumer));
    }

    [Fact]
    public void Later_operations_deliver_one_notice_each_even_if_they_are_refused()
    {
        using var stage = new Fixture();
        stage.Driver(1, Scripts.Listener);
        stage.Add(Fixture.FourThreads);
        stage.TakeNotifications();

        stage.Add(Fixture.FourThreads);

        Assert.Single(stage.TakeNotifications());
    }

    [Fact]
    public void A_hot_replace_loses_no_notice_and_renames_none()
    {
        using var stage = new Fixture();
        stage.Driver(1, Scripts.Listener);
        stage.Add(Fixture.TwoThreads);

        stage.Granted(new HotReplace(Fixture.Here, Fixture.TwoThreads, Fixture.IdenticalProcessor));

        var told = stage.NotificationsAfterSettling().Where(each => each.Kind == InterfaceArrival).ToList();
        Assert.Equal(2, told.Count);
        Assert.All(told, each => Assert.Equal(Fixture.TwoThreads, each.Unit));
    }

    [Fact]
    public void Who_asks_for_existing_interfaces_is_told_of_each_and_nobody_else_is()
    {
        using var stage = new Fixture();
        stage.Driver(1, Scripts.Listener);
        stage.Driver(2, Scripts.Listener with { ExistingArrivals = true });

        var told = stage.NotificationsAfterSettling();

        Assert.All(told, each => Assert.Equal(new ConsumerId(2), each.Consumer));
        Assert.Equal([0, 0, 1], told.Select(each => each.Unit!.Value.Value).Order());
    }

    [Fact]
    public void A_failed_add_and_a_bridge_are_told_to_nobody()
    {
        using var stage = new Fixture();
        stage.Driver(1, Scripts.Listener);
        stage.Granted(new InjectStartFailure(Fixture.Module, 1));

        stage.Add(Fixture.Module);
        stage.Add(Fixture.Bridge);

        Assert.Empty(stage.NotificationsAfterSettling());
    }

    [Fact]
    public void Only_a_hot_remove_is_told_as_a_removal()
    {
        using var stage = new Fixture();
        stage.Driver(1, Scripts.Listener);
        stage.Add(Fixture.Module);
        stage.NotificationsAfterSettling();

        stage.Granted(new HotRemove(Fixture.Here, Fixture.Module));

        var told = Assert.Single(stage.NotificationsAfterSettling());
        Assert.Equal((InterfaceRemoval, Fixture.Module), (told.Kind, told.Unit!.Value));
    }

    [Fact]
    public void Nobody_is_told_in_another_partition()
    {
        using var stage = new Fixture();
        stage.Granted(new RegisterDriver(Fixture.Elsewhere, new(1), Scripts.Listener with { Synchronous = true }));

        stage.Add(Fixture.OneThread);
        stage.Add(Fixture.Module);

        Assert.Empty(stage.NotificationsAfterSettling());
    }

    private static readonly Comparer<(int Consumer, UnitId Unit)> ByConsumer =
        Comparer<(int Consumer, UnitId Unit)>.Create((left, right) => left.Consumer.CompareTo(right.Consumer));
}
