using DhpConformance.Abstractions;
using static DhpConformance.Tests.Model.Notifications.Notice;
using static DhpConformance.Tests.Model.Notifications.Scenario;

namespace DhpConformance.Tests.Model.Notifications;

/// <summary>Start, Complete and Failure: what each row of <c>specs/judging.md</c> says of them.</summary>
public sealed class ProcessorCallbackTests
{
    private static readonly DriverScript Synchronous = new() { Synchronous = true };
    private static readonly DriverScript Including = Synchronous with { IncludeExisting = true };

    private static readonly Scenario Added = new(Driver(0, Synchronous), Driver(1, Synchronous), AddProcessor);
    private static readonly Scenario Alone = new(Driver(0, Synchronous), AddProcessor);
    private static readonly Scenario Twins = new(Driver(0, Synchronous), AddTwoProcessors);
    private static readonly Scenario Unregistered = new(Driver(0, new()), AddProcessor);
    private static readonly Scenario Memory = new(Driver(0, Synchronous), AddMemory);
    private static readonly Scenario Replaced = new(Driver(0, Synchronous), Replace);
    private static readonly Scenario Registered = new(Driver(0, Synchronous));
    private static readonly Scenario Included = new(AddProcessor, Driver(0, Including));

    private static readonly Scenario Failed =
        new(Driver(0, Synchronous), Driver(1, Synchronous), new InjectStartFailure(new(6), 1), AddProcessor);

    private static readonly Scenario Vetoed =
        new(Driver(0, Synchronous), Driver(1, Synchronous with { VetoesStart = 1 }), AddProcessor);

    private static readonly Scenario HalfVetoed =
        new(Driver(0, Synchronous with { VetoesStart = 2 }), AddTwoProcessors);

    private static readonly Scenario IncludedAndVetoed =
        new(AddProcessor, Driver(0, Including with { VetoesStart = 2 }));

    private static readonly Scenario FirstOfTwoVetoed =
        new(Driver(0, Synchronous), Driver(1, Synchronous with { VetoesStart = 1 }), AddTwoProcessors);

    private static readonly Notification[] Asleep =
    [
        Power(NotificationKind.SetPowerSleep, 0),
        Swapped,
        Power(NotificationKind.SetPowerWorking, 0),
    ];

    internal static ExampleLog[] Examples { get; } =
    [
        new(null, "start to each driver, then complete to each", Added, Start(0), Start(1), Complete(1), Complete(0)),
        new(
            null,
            "the logical processors of a unit one after the other",
            Twins,
            Twin(Start(0), 0), Twin(Complete(0), 0), Twin(Start(0), 1), Twin(Complete(0), 1)),
        new(
            null,
            "failure to each driver where the processor does not start",
            Failed,
            Start(0), Start(1), Failure(0), Failure(1)),
        new(
            null,
            "failure to the driver that accepted, after a veto",
            Vetoed,
            Start(0), Start(1) with { Status = 1 }, Failure(0)),
        new(
            null,
            "failure also to the driver that vetoed",
            Vetoed,
            Start(0), Start(1) with { Status = 1 }, Failure(0), Failure(1)),
        new(null, "drivers after the one that vetoed are not called", Vetoed, Start(1) with { Status = 1 }),
        new(
            null,
            "the first logical processor added, the second vetoed",
            HalfVetoed,
            Twin(Start(0), 0), Twin(Complete(0), 0), Twin(Start(0), 1) with { Status = 1 }),
        new(
            null,
            "the first vetoed, the second offered with its number, in another order",
            FirstOfTwoVetoed,
            Twin(Start(1), 0) with { Status = 1 },
            Twin(Start(0), 0), Twin(Start(1), 0), Twin(Complete(0), 0), Twin(Complete(1), 0)),
        new(
            null,
            "the first vetoed and failed, the second offered with its number, in another order",
            FirstOfTwoVetoed,
            Twin(Start(0), 0), Twin(Start(1), 0) with { Status = 1 }, Twin(Failure(0), 0),
            Twin(Start(1), 0), Twin(Start(0), 0), Twin(Complete(0), 0), Twin(Complete(1), 0)),
        new(
            "SYN-03",
            "the first vetoed, and no failure to the driver that accepted",
            FirstOfTwoVetoed,
            Twin(Start(0), 0), Twin(Start(1), 0) with { Status = 1 },
            Twin(Start(1), 0), Twin(Start(0), 0), Twin(Complete(0), 0), Twin(Complete(1), 0)),
        new(
            null,
            "start for each active processor, then complete for each",
            Included,
            There(Existing(Start(0))), There(Start(0)), Complete(0), There(Existing(Complete(0)))),
        new(
            null,
            "failure for what was started before a vetoed start",
            IncludedAndVetoed,
            There(Start(0)), There(Existing(Start(0))) with { Status = 1 }, There(Failure(0))),

        new("SYN-12", "to a driver without a callback", Unregistered, Start(0), Complete(0)),
        new("QUI-12", "during a hot replace", Replaced, [Start(0) with { Status = 0 }, .. Asleep]),
        new("SYN-11", "during the hot add of a memory module", Memory, Start(0)),
        new("SYN-21", "at a registration that does not ask for existing processors", Registered, Existing(Start(0))),
        new("SYN-20", "an existing processor is left out", Included, There(Start(0)), Complete(0)),
        new(
            "SYN-20",
            "an existing processor twice",
            Included,
            There(Existing(Start(0))), There(Start(0)), There(Start(0)), Complete(0), There(Existing(Complete(0)))),
        new(
            "SYN-24",
            "start of an existing processor after one that was vetoed",
            new(AddProcessor, Driver(0, Including with { VetoesStart = 1 })),
            There(Existing(Start(0))) with { Status = 1 }, There(Start(0)), There(Failure(0))),
        new(
            "SYN-22",
            "complete is missing for an existing processor",
            Included,
            There(Existing(Start(0))), There(Start(0)), Complete(0)),
        new(
            "SYN-22",
            "complete between the starts of existing processors",
            Included,
            There(Existing(Start(0))), There(Existing(Complete(0))), There(Start(0)), Complete(0)),
        new(
            "SYN-25",
            "failure for the existing processor that was vetoed",
            IncludedAndVetoed,
            There(Start(0)), There(Existing(Start(0))) with { Status = 1 }, There(Failure(0)),
            There(Existing(Failure(0)))),
        new(
            "SYN-25",
            "complete after the start of an existing processor was vetoed",
            IncludedAndVetoed,
            There(Start(0)), There(Existing(Start(0))) with { Status = 1 }, Complete(0)),
        new(
            "SYN-25",
            "failure where nothing was vetoed",
            Included,
            There(Existing(Start(0))), There(Start(0)), Complete(0), There(Existing(Complete(0))), There(Failure(0))),

        new("SYN-01", "start is missing", Added, Start(0), Complete(0), Complete(1)),
        new("SYN-01", "start twice", Added, Start(0), Start(0), Start(1), Complete(0), Complete(1)),
        new("SYN-01", "a driver that was not called gets failure", Vetoed, Start(1) with { Status = 1 }, Failure(0)),
        new(
            "SYN-05",
            "complete where the processor was not added",
            Failed,
            Start(0), Start(1), Complete(0) with { ActiveProcessors = 1 }, Failure(1)),
        new("SYN-05", "failure where it was added", Alone, Start(0), Failure(0)),
        new(
            "SYN-04",
            "start after complete",
            Added,
            Start(0), Complete(0), Start(1) with { ActiveProcessors = 2 }, Complete(1)),
        new(
            "SYN-04",
            "active already at start",
            Added,
            Start(0) with { ActiveProcessors = 2 }, Start(1), Complete(0), Complete(1)),
        new(
            "SYN-04",
            "not active yet at complete",
            Added,
            Start(0), Start(1), Complete(0) with { ActiveProcessors = 1 }, Complete(1)),
        new("SYN-02", "complete is missing", Added, Start(0), Start(1), Complete(0)),
        new("SYN-02", "complete twice", Added, Start(0), Start(1), Complete(0), Complete(0), Complete(1)),
        new("SYN-03", "failure is missing", Failed, Start(0), Start(1), Failure(0)),
        new("SYN-03", "failure is missing after a veto", Vetoed, Start(0), Start(1) with { Status = 1 }),
        new("SYN-03", "failure before the veto", Vetoed, Start(0), Failure(0), Start(1) with { Status = 1 }),
        new("SYN-03", "failure twice", Failed, Start(0), Start(1), Failure(0), Failure(0), Failure(1)),
        new(
            "SYN-08",
            "two logical processors at once",
            new(Driver(0, Synchronous), Driver(1, Synchronous), AddTwoProcessors),
            Twin(Start(0), 0), Twin(Start(1), 0), Twin(Complete(0), 0),
            Twin(Start(0), 1), Twin(Complete(1), 0),
            Twin(Start(1), 1), Twin(Complete(0), 1), Twin(Complete(1), 1)),
        new(
            "SYN-07",
            "complete with another number than start",
            Alone,
            Start(0), Complete(0) with { Processor = Second with { Number = 5 } }),
        new(
            "SYN-07",
            "another number than the partition shows",
            Alone,
            Start(0) with { Processor = Second with { Number = 5 } },
            Complete(0) with { Processor = Second with { Number = 5 } }),
        new("SYN-07", "another unit", Alone, Start(0) with { Unit = new UnitId(7) }, Complete(0)),
        new(
            "SYN-09",
            "a start that should have been vetoed was not",
            Vetoed,
            Start(0), Start(1), Failure(0), Failure(1)),
        new(
            "SYN-09",
            "a veto that the script does not hold",
            Added,
            Start(0) with { Status = 1 }, Start(1), Complete(0), Complete(1)),
        new("SYN-06", "complete with an error", Alone, Start(0), Complete(0) with { Status = 1 }),
        new(
            "SYN-06",
            "failure without an error",
            Failed,
            Start(0), Start(1), Failure(0) with { Status = 0 }, Failure(1)),
    ];

    public static TheoryData<string> Names { get; } = ExampleLog.Names(Examples);

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_told_is_judged_as_specified(string name) =>
        Examples.Single(example => example.ToString() == name).Check();

    // Two processors are active while the one that was added before is notified of again.
    private static Notification There(Notification notice) => notice with { ActiveProcessors = 2 };
}
