using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Tests.Model.Notifications;
using static DhpConformance.Abstractions.NotificationKind;
using static DhpConformance.Tests.Model.Monitors.MonitorInput;
using static DhpConformance.Tests.Model.Notifications.Scenario;

namespace DhpConformance.Tests.Model.Monitors;

/// <summary>
/// The inputs with which the diagrams of <c>specs/monitors.md</c> are found: one processor, one device, two requests,
/// and two drivers where their order matters.
/// </summary>
internal static class MonitorAlphabets
{
    // During this nothing is due, and nothing may not be delivered.
    private static readonly Operation Anything = new SwitchUnitPower(new(9), UnitPower.On);

    private static readonly MonitorInput Settled = Of("settled", LetSettle, Anything) with { IsDue = true };

    private static readonly Notification[] Round =
        [Notice.Device(QueryStop, 0), Notice.Device(Stop, 0), Notice.Device(Start, 0)];

    public static ImmutableArray<MonitorAlphabet> All { get; } =
    [
        Callbacks("callbacks-added", "complete", "completed"),
        Callbacks("callbacks-not-started", "failure", "failed", new InjectStartFailure(new(6), 1)),
        Vetoed,
        Arrivals,
        Existing,
        Unsettled,
        Removals,
        Due,
        RoundOf("round-accepts", new(), 0, 0),
        RoundOf("round-rejects", new() { RejectsQueryStop = true }, 1, 0),
        RoundOf("round-fails-restart", new() { FailsRestart = true }, 0, 1),
        Replaced("replace-completed", null),
        Replaced("replace-failed", FailureReason.StartFailed, new InjectStartFailure(new(6), 1)),
        Requests,
    ];

    private static MonitorAlphabet Arrivals => new(
        "arrivals",
        MonitorAlphabet.After(hotEverything: false, Driver(0, new() { ProcessorArrivals = true })),
        Once("added", AddProcessor),
        Delivered("arrival", About(InterfaceArrival, 0, 6)),
        Once("deregistered", new Deregister(new(0)), Anything),
        Settled)
    {
        States = Named(
            ("", "nothing added"),
            ("added", "owed"),
            ("added, arrival", "notified"),
            ("added, deregistered", "may come late"),
            ("deregistered", "deregistered"),
            ("deregistered, added", "deregistered before")),
    };

    private static MonitorAlphabet Existing => new(
        "existing",
        MonitorAlphabet.After(
            hotEverything: true,
            AddProcessor,
            LetSettle,
            Driver(0, new() { ProcessorArrivals = true, ExistingArrivals = true }),
            new HotRemove(P0, new(0)),
            Anything),
        Delivered("arrival", About(InterfaceArrival, 0, 6)),
        Once("deregistered", new Deregister(new(0)), Anything),
        Settled)
    {
        States = Named(
            ("", "owed"),
            ("arrival", "notified once"),
            ("deregistered", "may come late, twice"),
            ("arrival, arrival", "notified twice"),
            ("arrival, deregistered", "may come late"),
            ("arrival, settled", "notified once, settled"),
            ("deregistered, settled", "deregistered")),
    };

    private static MonitorAlphabet Unsettled => new(
        "registered-later",
        MonitorAlphabet.After(hotEverything: false, AddProcessor, Driver(0, new() { ProcessorArrivals = true })),
        Delivered("arrival", About(InterfaceArrival, 0, 6)),
        Settled)
    {
        States = Named(
            ("", "may be notified"),
            ("arrival", "notified"),
            ("settled", "settled")),
    };

    private static MonitorAlphabet Removals => new(
        "removals",
        MonitorAlphabet.After(hotEverything: true, Driver(0, new() { ProcessorArrivals = true }), AddProcessor),
        Delivered("arrival", About(InterfaceArrival, 0, 6)),
        Once("removed", new HotRemove(P0, new(6)), Anything),
        Delivered("removal", About(InterfaceRemoval, 0, 6)),
        Settled)
    {
        States = Named(
            ("", "owed"),
            ("arrival", "notified"),
            ("removed", "removed, not notified"),
            ("arrival, removed", "removed, notified"),
            ("removed, removal", "removal notified first"),
            ("removed, settled", "removed, settled"),
            ("arrival, removed, removal", "both notified")),
    };

    private static MonitorAlphabet Vetoed => new(
        "callbacks-vetoed",
        MonitorAlphabet.After(
            hotEverything: false,
            Driver(0, new() { Synchronous = true }),
            Driver(1, new() { Synchronous = true, VetoesStart = 1 }),
            AddProcessor),
        Call("start A", ProcessorStart, 0, 0),
        Call("start B, vetoed", ProcessorStart, 1, 1),
        Call("failure A", ProcessorFailure, 0, 1),
        Call("failure B", ProcessorFailure, 1, 1),
        Call("complete A", ProcessorComplete, 0, 0))
    {
        IsOneOperation = true,
        States = Named(
            ("", "offered"),
            ("start A", "A accepts"),
            ("start B, vetoed", "B vetoes"),
            ("start A, start B, vetoed", "A accepts, B vetoes"),
            ("start B, vetoed, failure B", "B vetoes and is notified"),
            ("start A, start B, vetoed, failure A", "A is notified"),
            ("start A, start B, vetoed, failure B", "only B is notified"),
            ("start A, start B, vetoed, failure A, failure B", "both are notified"),
            ("start A, failure A", "A is notified before the veto")),
    };

    private static MonitorAlphabet Due => new(
        "rebalance-due",
        MonitorAlphabet.After(hotEverything: true, Device(0, new())),
        Once("processor added", AddProcessor, Anything),
        Of("round", Anything) with { Notices = [.. Round] },
        Of("round while memory is added", AddMemory) with
        {
            Notices = [.. Round],
            Afterwards = [new HotRemove(P0, new(8)), Anything],
        },
        Of("round while a bridge is added", AddBridge) with
        {
            Notices = [.. Round],
            Afterwards = [new HotRemove(P0, new(9)), Anything],
        },
        Settled)
    {
        States = Named(
            ("", "none due"),
            ("processor added", "due"),
            ("processor added, round", "done, perhaps for another reason"),
            ("processor added, round while memory is added", "done")),
    };

    private static MonitorAlphabet Requests => new(
        "requests",
        MonitorAlphabet.After(hotEverything: false, Device(0, new())),
        Once("two submitted", new SubmitIo(new(0), 2)),
        Delivered("1 completed", Notice.Completed(0, 1)),
        Delivered("2 completed", Notice.Completed(0, 2)),
        Of("stopped", Anything) with
        {
            Notices = [Notice.Device(QueryStop, 0), Notice.Device(Stop, 0)],
        },
        Of("started", Anything) with { Notices = [Notice.Device(Start, 0)] },
        Settled)
    {
        States = Named(
            ("", "none"),
            ("two submitted", "1 and 2 wait"),
            ("stopped", "none, stopped"),
            ("two submitted, 1 completed", "2 waits"),
            ("two submitted, 2 completed", "1 waits"),
            ("two submitted, stopped", "1 and 2 held"),
            ("two submitted, 1 completed, 2 completed", "both done"),
            ("two submitted, 1 completed, stopped", "2 held"),
            ("two submitted, 2 completed, stopped", "1 held"),
            ("two submitted, stopped, started", "1 and 2 released"),
            ("two submitted, 1 completed, 2 completed, stopped", "both done, stopped")),
    };

    private static MonitorAlphabet Callbacks(
        string name, string end, string ended, params Operation[] before) => new(
        name,
        MonitorAlphabet.After(
            hotEverything: false,
            [
                Driver(0, new() { Synchronous = true }), Driver(1, new() { Synchronous = true }), .. before,
                AddProcessor,
            ]),
        Call("start A", ProcessorStart, 0, 0),
        Call("start B", ProcessorStart, 1, 0),
        Call("complete A", ProcessorComplete, 0, 0),
        Call("complete B", ProcessorComplete, 1, 0),
        Call("failure A", ProcessorFailure, 0, 1),
        Call("failure B", ProcessorFailure, 1, 1))
    {
        IsOneOperation = true,
        States = Named(
            ("", "offered"),
            ("start A", "A called"),
            ("start B", "B called"),
            ("start A, start B", "both called"),
            ($"start A, start B, {end} A", $"A {ended}"),
            ($"start A, start B, {end} B", $"B {ended}"),
            ($"start A, start B, {end} A, {end} B", $"both {ended}")),
    };

    private static MonitorAlphabet RoundOf(string name, DeviceScript device, int queryStop, int start) => new(
        name,
        MonitorAlphabet.After(hotEverything: false, Device(0, device)),
        Delivered("query-stop", Notice.Device(QueryStop, 0, queryStop)),
        Delivered("stop", Notice.Device(Stop, 0)),
        Delivered("start", Notice.Device(Start, 0, start)),
        Delivered("cancel-stop", Notice.Device(CancelStop, 0)),
        Delivered("surprise removal", Notice.Device(SurpriseRemoval, 0)),
        Settled)
    {
        States = device.RejectsQueryStop
            ? Named(
                ("", "started"),
                ("query-stop", "rejected"),
                ("query-stop, cancel-stop", "started, rejected before"))
            : Named(
                ("", "started"),
                ("query-stop", "agreed"),
                ("query-stop, stop", "stopped"),
                ("query-stop, cancel-stop", "cancelled, or still agreed"),
                ("query-stop, stop, start", "start failed"),
                ("query-stop, stop, start, surprise removal", "removed")),
    };

    private static MonitorAlphabet Replaced(string name, FailureReason? failure, params Operation[] before) => new(
        name,
        MonitorAlphabet.After(hotEverything: false, [Device(0, new()), .. before]).Then(Replace, failure)!,
        Delivered("query-power", Notice.Power(QueryPower, 0)),
        Delivered("set-power sleep", Notice.Power(SetPowerSleep, 0)),
        Delivered("device asleep", Notice.Power(DeviceAsleep, 0)),
        Delivered("units swapped", Notice.Swapped),
        Delivered("set-power working", Notice.Power(SetPowerWorking, 0)),
        Delivered("device awake", Notice.Power(DeviceAwake, 0)),
        Settled)
    {
        IsOneOperation = true,
        States = failure is null
            ? Named(
                ("", "working"),
                ("query-power", "asked"),
                ("set-power sleep", "driver asleep"),
                ("set-power sleep, device asleep", "both asleep"),
                ("set-power sleep, device asleep, units swapped", "swapped"),
                ("set-power sleep, device asleep, units swapped, set-power working", "driver resumed"),
                ("set-power sleep, device asleep, units swapped, set-power working, device awake", "both resumed"),
                (
                    "set-power sleep, device asleep, units swapped, set-power working, device awake, settled",
                    "over"))
            : Named(
                ("", "working"),
                ("query-power", "asked"),
                ("set-power sleep", "driver asleep"),
                ("settled", "over"),
                ("query-power, set-power working", "resumed"),
                ("set-power sleep, device asleep", "both asleep"),
                ("set-power sleep, device asleep, set-power working", "driver resumed")),
    };

    private static Dictionary<string, string> Named(params (string Inputs, string Name)[] states) =>
        states.ToDictionary(state => state.Inputs, state => state.Name, StringComparer.Ordinal);

    private static MonitorInput Once(string name, params ImmutableArray<Operation> operations) =>
        Of(name, operations) with { IsOnce = true };

    private static Notification About(NotificationKind kind, int consumer, int unit) =>
        Notice.Of(kind, consumer) with
        {
            Unit = new UnitId(unit),
            Processor = unit == 0 ? Notice.First : Notice.Second,
        };

    private static MonitorInput Call(string name, NotificationKind kind, int driver, int status) =>
        Delivered(name, About(kind, driver, 6) with { Status = status }) with
        {
            IsBeforeEffect = kind != ProcessorComplete,
        };
}
