using DhpConformance.Abstractions;
using DhpConformance.Model.Monitors;
using DhpConformance.Model.State;

namespace DhpConformance.Tests.Model.Monitors;

public sealed class ArrivalMonitorTests
{
    private static readonly UnitId Unit = new(3);

    // A unit that was there when the driver was registered, and whose addition may be reported as well.
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(64)]
    public void A_unit_may_be_reported_twice_in_any_order(int processors)
    {
        var monitor = Delivered(Twice(processors), [.. Names(processors), .. Names(processors).Reverse()]);
        Assert.NotNull(monitor);
        Assert.False(monitor.IsOpen);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(64)]
    public void A_third_report_is_wrong(int processors) => Assert.Null(
        Delivered(Twice(processors), [.. Names(processors), .. Names(processors), Name(0)]));

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void A_unit_that_was_reported_only_once_is_still_owed(int processors) => Assert.Contains(
        Delivered(Twice(processors), [.. Names(processors).Skip(1), .. Names(processors).Skip(1)])!.Furthest,
        arrival => arrival.IsOwed);

    // Each of them may be notified of once or twice, and nothing says which of them is meant.
    [Fact]
    public void Without_numbers_there_is_one_reading()
    {
        var monitor = ArrivalMonitor.Of(
            UnitTable.Of([]),
            Arrivals(cause: 2, least: 1, processors: 64).Select(arrival => arrival with { Most = 2 }));
        for (var report = 0; report < 100; report++)
        {
            monitor = monitor.Deliver(Report(null), partition: 0, isNumbered: false, (_, _) => false)!;
            Assert.Single(monitor.Readings);
        }

        Assert.DoesNotContain(monitor.Furthest, arrival => arrival.IsOwed);
    }

    // Added and removed again and again before the server has settled, each time with other numbers.
    [Theory]
    [InlineData(400, true)]
    [InlineData(401, false)]
    public void A_unit_that_came_a_hundred_times_may_be_reported_each_time(int reports, bool isRight)
    {
        var monitor = ArrivalMonitor.Of(
            UnitTable.Of([]),
            Enumerable.Range(1, 100).SelectMany(cause => Arrivals(cause, least: 0, processors: 4)));
        Assert.Equal(isRight, Delivered(monitor, Enumerable.Range(0, reports).Select(Name)) is not null);
    }

    [Fact]
    public void What_another_unit_owes_stays_owed_beside_it()
    {
        var monitor = ArrivalMonitor.Of(
            UnitTable.Of([]),
            [
                .. Enumerable.Range(1, 100).SelectMany(cause => Arrivals(cause, least: 0, processors: 4)),
                new Arrival(101, UnitKind.Processor, new(4), Partition: 0, IsForDriver: true),
            ]);
        Assert.Contains(
            Delivered(monitor, Names(400))!.Furthest, arrival => arrival is { IsOwed: true, Cause: 101 });
    }

    private static ArrivalMonitor? Delivered(ArrivalMonitor monitor, IEnumerable<LogicalProcessor> names)
    {
        var next = monitor;
        foreach (var name in names)
        {
            next = next?.Deliver(Report(name), partition: 0, isNumbered: true, (_, _) => false);
        }

        return next;
    }

    private static ArrivalMonitor Twice(int processors) => ArrivalMonitor.Of(
        UnitTable.Of([]),
        [.. Arrivals(cause: 2, least: 0, processors), .. Arrivals(cause: 3, least: 1, processors)]);

    private static IEnumerable<Arrival> Arrivals(int cause, int least, int processors) => Enumerable.Repeat(
        new Arrival(cause, UnitKind.Processor, Unit, Partition: 0, IsForDriver: true) { Least = least }, processors);

    private static IEnumerable<LogicalProcessor> Names(int processors) => Enumerable.Range(0, processors).Select(Name);

    private static LogicalProcessor Name(int number) => new(number, 0, number, Unit);

    private static Notification Report(LogicalProcessor? processor) => new()
    {
        Partition = new(0),
        Kind = NotificationKind.InterfaceArrival,
        Operation = 4,
        Unit = Unit,
        Processor = processor,
    };
}
