using DhpConformance.Abstractions;
using static DhpConformance.Tests.Model.Notifications.Notice;
using static DhpConformance.Tests.Model.Notifications.Scenario;

namespace DhpConformance.Tests.Model.Notifications;

/// <summary>Arrivals and removals: what each row of <c>specs/judging.md</c> says of them.</summary>
public sealed class ArrivalTests
{
    private static readonly DriverScript Listening = new() { ProcessorArrivals = true, MemoryArrivals = true };
    private static readonly DriverScript Asking = Listening with { ExistingArrivals = true };

    private static readonly Scenario Added =
        new(Driver(0, Listening), Application(1), AddProcessor, LetSettle);

    private static readonly Scenario Shown = new(Driver(0, Listening), Application(1), AddProcessor);
    private static readonly Scenario Grown = new(Driver(0, Listening), Application(1), AddMemory, LetSettle);
    private static readonly Scenario Bridged = new(Driver(0, Listening), Application(1), AddBridge, LetSettle);

    private static readonly Scenario Elsewhere =
        new(Driver(0, new() { MemoryArrivals = true }), Application(1, processors: false), AddProcessor, LetSettle);

    private static readonly Scenario Failed =
        new(Driver(0, Listening), Application(1), new InjectStartFailure(new(6), 1), AddProcessor, LetSettle);

    private static readonly Scenario Called =
        new(Driver(0, Listening), Application(1), Driver(2, new() { Synchronous = true }), AddProcessor);

    private static readonly Scenario Asked = new(Driver(0, Asking), LetSettle);
    private static readonly Scenario Quiet = new(Driver(0, Listening), Application(1), LetSettle);
    private static readonly Scenario Late = new(AddProcessor, Driver(0, Listening), LetSettle);

    private static readonly Scenario Removed =
        new(AddMemory, Driver(0, Listening), Application(1), LetSettle, new HotRemove(P0, new(8)), LetSettle)
        {
            HotEverything = true,
        };

    // The processor u6 was there when the driver asked, was removed and came back: it is owed twice.
    private static readonly Scenario Returned = new(
        AddProcessor,
        Driver(0, new() { ProcessorArrivals = true, ExistingArrivals = true }),
        new HotRemove(P0, new(6)),
        AddProcessor,
        LetSettle)
    {
        HotEverything = true,
    };

    private static readonly Notification Module =
        Of(NotificationKind.InterfaceArrival, 0) with { Unit = new UnitId(1) };

    private static readonly Notification Processor =
        Existing(Arrival(0)) with { ActiveProcessors = 1 };

    private static readonly Notification Gone =
        Of(NotificationKind.InterfaceRemoval, 0) with { Unit = new UnitId(8) };

    private static readonly Notification GoneFromApplication =
        Of(NotificationKind.DeviceRemoval, 1) with { Unit = new UnitId(8) };

    internal static ExampleLog[] Examples { get; } =
    [
        new(null, "each once, in any order", Added, DeviceArrival(1), Arrival(0)),
        new(null, "during the operation that causes it", Added, Arrival(0) with { Operation = 5 }, DeviceArrival(1)),
        new(null, "memory, once it has grown", Grown, MemoryArrival(0), MemoryDeviceArrival(1)),
        new(null, "bridges have none", Bridged),
        new(null, "what was there, for whoever asks", Asked, Module, Processor),
        new(null, "what was there, twice", Asked, Module, Processor, Processor),
        new(null, "nothing of what came shortly before", Late),
        new(null, "what came shortly before, once", Late, Arrival(0)),
        new(null, "a removal, or none", Removed, Gone),

        new(
            null,
            "what was there and came back, once for both",
            Returned,
            Existing(Arrival(0)), Arrival(0)),
        new(
            null,
            "what was there and came back, once more after it came back",
            Returned,
            Arrival(0) with { Operation = 4 }, Existing(Arrival(0)), Arrival(0)),
        new(
            null,
            "what was there and came back, as often as both permit",
            Returned,
            Existing(Arrival(0)), Arrival(0), Arrival(0), Arrival(0)),

        new(
            "ASY-11",
            "what was there and came back, more often than both permit",
            Returned,
            Existing(Arrival(0)), Arrival(0), Arrival(0), Arrival(0), Arrival(0)),
        new(
            "ASY-11",
            "what was there and came back, only before it came back",
            Returned,
            Arrival(0) with { Operation = 4 }, Existing(Arrival(0))),
        new("ASY-04", "a kind that a driver did not register for", Elsewhere, Arrival(0)),
        new("APP-03", "a kind that an application did not register for", Elsewhere, DeviceArrival(1)),
        new(
            "ASY-06",
            "a driver is told before the processor is active",
            Added,
            Arrival(0) with { Operation = 5, ActiveProcessors = 1 }, DeviceArrival(1)),
        new(
            "APP-04",
            "an application is told before the processor is active",
            Added,
            DeviceArrival(1) with { Operation = 5, ActiveProcessors = 1 }, Arrival(0)),
        new("ASY-06", "a driver is told before complete", Called, Start(2), Arrival(0), Complete(2)),
        new("APP-04", "an application is told before complete", Called, Start(2), DeviceArrival(1), Complete(2)),
        new(
            "ASY-07",
            "a driver is told before memory has grown",
            Grown,
            MemoryArrival(0) with { Operation = 5, MemoryBytes = 1L << 30 }),
        new(
            "APP-05",
            "an application is told before memory has grown",
            Grown,
            MemoryDeviceArrival(1) with { Operation = 5, MemoryBytes = 1L << 30 }),
        new("ASY-10", "what was there, for a driver that did not ask", Quiet, Module),
        new(
            "APP-06",
            "what was there, for an application",
            Quiet,
            Of(NotificationKind.DeviceArrival, 1) with { Unit = new UnitId(1) }),
        new("ASY-11", "nothing of what was there, for a driver that asks", Asked, Processor),
        new("ASY-11", "what was there, three times", Asked, Module, Module, Module, Processor),
        new("ASY-02", "a driver is told twice", Added, Arrival(0), Arrival(0), DeviceArrival(1)),
        new("APP-02", "an application is told twice", Added, Arrival(0), DeviceArrival(1), DeviceArrival(1)),
        new(
            "ASY-08",
            "the right unit with the wrong processor",
            Shown,
            Arrival(0) with { Processor = Second with { Number = 9 } }),
        new(
            "APP-07",
            "the right processor with the wrong unit",
            Shown,
            DeviceArrival(1) with { Unit = new UnitId(3) }, Arrival(0)),
        new("ASY-03", "a driver is notified of what failed to come", Failed, Arrival(0) with { ActiveProcessors = 1 }),
        new(
            "APP-06",
            "an application is notified of what failed to come",
            Failed,
            DeviceArrival(1) with { ActiveProcessors = 1 }),
        new(
            "ASY-03",
            "a driver is notified of a bridge",
            Bridged,
            Of(NotificationKind.InterfaceArrival, 0) with { Unit = new UnitId(9) }),
        new("ASY-01", "nothing by the time the server has settled, for a driver", Added, DeviceArrival(1)),
        new("APP-01", "nothing by the time the server has settled, for an application", Added, Arrival(0)),
        new("ASY-18", "a removal without cause", Quiet, Gone),
        new("APP-06", "a removal without cause, for an application", Quiet, GoneFromApplication),
        new("ASY-18", "a removal twice", Removed, Gone, Gone),
    ];

    public static TheoryData<string> Names { get; } = ExampleLog.Names(Examples);

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_told_is_judged_as_specified(string name) =>
        Examples.Single(example => example.ToString() == name).Check();
}
