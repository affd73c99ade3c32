using DhpConformance.Abstractions;
using static DhpConformance.Abstractions.NotificationKind;
using static DhpConformance.Tests.Model.Notifications.Notice;
using static DhpConformance.Tests.Model.Notifications.Scenario;

namespace DhpConformance.Tests.Model.Notifications;

/// <summary>Whoever is told: what <c>specs/judging.md</c> says of them, and which data mean nothing.</summary>
public sealed class AddresseeTests
{
    private static readonly DriverScript Everything =
        new() { Synchronous = true, ProcessorArrivals = true, MemoryArrivals = true };

    private static readonly DriverScript Listening = new() { ProcessorArrivals = true };

    private static readonly Scenario Quiet = new(Driver(0, Everything), LetSettle);
    private static readonly Scenario Nobody = new(LetSettle);
    private static readonly Scenario Gone = new(Driver(0, Listening), new Deregister(new(0)), AddProcessor);
    private static readonly Scenario Late =
        new(Driver(0, Listening), AddProcessor, new Deregister(new(0)), AddBridge);

    private static readonly Scenario LateApplication =
        new(Application(0), AddProcessor, new Deregister(new(0)), AddBridge);

    private static readonly Scenario LateNextDoor =
        new(Driver(0, Listening), AddProcessor, new Deregister(new(0)), Neighbour(0, Listening));

    private static readonly Scenario TooLate =
        new(Driver(0, Listening), AddProcessor, new Deregister(new(0)), LetSettle, AddBridge);

    private static readonly Scenario NotYet = new(AddProcessor, Driver(0, Listening));
    private static readonly Scenario NextDoor = new(Neighbour(0, Listening), AddProcessor, LetSettle);
    private static readonly Scenario Refused = new(Driver(0, Everything), new HotAdd(P0, new(0)));
    private static readonly Scenario Sleepless = new(Device(0, new()), new HotReplace(P0, new(0), new(7)));
    private static readonly Scenario Watching = new(Application(0), AddProcessor);

    private static readonly Notification High = Of(HighMemory, null);

    internal static ExampleLog[] Examples { get; } =
    [
        new(null, "nothing happens, and nothing is told", Quiet),
        new(null, "high memory, at any time", Quiet, High, High),

        new(null, "an arrival that was caused before its driver was deregistered", Late, Arrival(0)),
        new(
            null,
            "an arrival that was caused before its application was deregistered",
            LateApplication,
            Notice.DeviceArrival(0)),
        new(null, "an arrival that was caused before its driver went next door", LateNextDoor, Arrival(0)),
        new(null, "nothing of what was caused before its driver was deregistered", Late),

        new("CON-04", "a late arrival twice", Late, Arrival(0), Arrival(0)),
        new("CON-04", "a late arrival once the server has settled", TooLate, Arrival(0)),
        new("CON-04", "something else than a late arrival", Late, Device(QueryStop, 0)),
        new("CON-05", "a late arrival next door twice", LateNextDoor, Arrival(0), Arrival(0)),
        new("CON-04", "a consumer that never was", Nobody, Arrival(0) with { ActiveProcessors = 1 }),
        new("CON-04", "a consumer that is not any more", Gone, Arrival(0)),
        new("CON-04", "a consumer that is not yet", NotYet, Arrival(0) with { Operation = 3 }),
        new("CON-05", "in the name of another partition", Quiet, Arrival(0) with { Partition = P1 }),
        new(
            "CON-05",
            "a driver next door of the arrival",
            NextDoor,
            Arrival(0) with { Partition = P1, ActiveProcessors = 1 }),
        new(
            "REF-01",
            "processor changes during a refused request",
            Refused,
            Start(0), Complete(0) with { ActiveProcessors = 1 }),
        new("REF-01", "sleep during a refused request", Sleepless, Power(SetPowerSleep, 0)),
        new("REF-01", "units swapped during a refused request", Sleepless, Swapped),
        new("APP-15", "an application of a processor change", Watching, Start(0)),
        new("APP-15", "an application as if it were a driver", Watching, Arrival(0)),
        new("CON-06", "more memory than there is", Quiet, High with { MemoryBytes = 3L << 30 }),
        new("CON-06", "fewer processors than there are", Quiet, High with { ActiveProcessors = 0 }),

        new(ExampleLog.Error, "the number of an operation falls", Quiet, High, High with { Operation = 1 }),
        new(ExampleLog.Error, "the number of an operation that was not reached", Quiet, High with { Operation = 99 }),
        new(ExampleLog.Error, "a partition that is not there", Quiet, High with { Partition = new(7) }),
        new(ExampleLog.Error, "no consumer where there has to be one", Quiet, Of(QueryPower, null)),
        new(ExampleLog.Error, "a consumer where there must be none", Quiet, Of(HighMemory, 0)),
        new(ExampleLog.Error, "a unit where there must be none", Quiet, High with { Unit = new UnitId(1) }),
        new(ExampleLog.Error, "a processor where there must be none", Quiet, High with { Processor = First }),
        new(ExampleLog.Error, "a status where there must be none", Quiet, High with { Status = 1 }),
        new(ExampleLog.Error, "a request where there must be none", Quiet, High with { Request = 1 }),
        new(ExampleLog.Error, "a negative number", Quiet, High with { ActiveProcessors = -1 }),
    ];

    public static TheoryData<string> Names { get; } = ExampleLog.Names(Examples);

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_told_is_judged_as_specified(string name) =>
        Examples.Single(example => example.ToString() == name).Check();
}
