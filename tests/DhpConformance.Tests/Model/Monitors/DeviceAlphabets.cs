using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Tests.Model.Notifications;
using static DhpConformance.Abstractions.NotificationKind;
using static DhpConformance.Tests.Model.Monitors.MonitorInput;
using static DhpConformance.Tests.Model.Notifications.Scenario;

namespace DhpConformance.Tests.Model.Monitors;

/// <summary>The inputs whose short logs <see cref="DeviceReadings"/> judges.</summary>
internal static class DeviceAlphabets
{
    private static readonly DeviceScript TakesNoPart = new() { RebalancePolicy = 1 };

    private static readonly DeviceScript RejectsSleep = new() { RejectsQueryPower = true };

    // During these nothing is due, and nothing that may come at any time is wrong.
    private static readonly Operation[] Idle =
        [new SwitchUnitPower(new(7), UnitPower.On), new SwitchUnitPower(new(9), UnitPower.On)];

    private static readonly MonitorInput Later = Of("another operation", Idle[0]);

    private static readonly MonitorInput LaterBesideTwo = Of("another operation", Idle[1]);

    private static readonly MonitorInput Settled = Of("settled", LetSettle);

    private static readonly MonitorInput Added = Once("processor added", AddProcessor);

    private static readonly MonitorInput QueryStopA = Step("query-stop", QueryStop, 0);

    private static readonly ImmutableArray<MonitorInput> RoundA =
    [
        QueryStopA, Step("stop", Stop, 0), Step("start", NotificationKind.Start, 0),
        Step("cancel-stop", CancelStop, 0),
    ];

    private static readonly ImmutableArray<MonitorInput> FailedRoundA =
    [
        QueryStopA, Step("stop", Stop, 0), Step("failed start", NotificationKind.Start, 0, status: 1),
        Step("surprise removal", SurpriseRemoval, 0),
    ];

    private static readonly ImmutableArray<MonitorInput> SleepA =
    [
        Step("set-power sleep A", SetPowerSleep, 0), Step("device asleep A", DeviceAsleep, 0),
        Delivered("units swapped", Notice.Swapped),
        Step("set-power working A", SetPowerWorking, 0), Step("device awake A", DeviceAwake, 0),
    ];

    private static readonly ImmutableArray<MonitorInput> SleepOfBoth =
    [
        .. SleepA, Step("set-power sleep B", SetPowerSleep, 1), Step("set-power working B", SetPowerWorking, 1),
        Settled, Later,
    ];

    private static readonly ImmutableArray<MonitorInput> Completed =
        [.. Enumerable.Range(1, 3).Select(request => Delivered($"{request} completed", Notice.Completed(0, request)))];

    public static ImmutableArray<MonitorAlphabet> All { get; } =
    [
        new(
            "rebalance of a device that accepts",
            Before(Device(0, new())),
            [
                .. RoundA, Step("surprise removal", SurpriseRemoval, 0), Added,
                QueryStopA with { Name = "query-stop before a processor is active", NotYetActive = 1 },
                Once("bridge added", AddBridge), Once("memory added", AddMemory), Later, Settled,
                Once("deregistered", new Deregister(new(0))),
            ]),
        new(
            "rebalance of a device that rejects",
            Before(Device(0, new() { RejectsQueryStop = true })),
            [
                Step("query-stop", QueryStop, 0, status: 1), QueryStopA, Step("stop", Stop, 0),
                Step("cancel-stop", CancelStop, 0), Added, Later, Settled,
            ]),
        new(
            "rebalance of a device that fails restart",
            Before(Device(0, new() { FailsRestart = true })),
            [.. FailedRoundA, Step("cancel-stop", CancelStop, 0), Added, Later, Settled]),
        new(
            "rebalance of a device beside one that takes no part",
            Before(Device(0, new()), Device(1, TakesNoPart)),
            [
                .. RoundA, Step("query-stop B", QueryStop, 1), Step("cancel-stop B", CancelStop, 1), Added,
                Once("bridge added", AddBridge), Later, Settled,
            ]),
        new(
            "rebalance of a device that takes no part",
            Before(Device(0, TakesNoPart)),
            [.. RoundA, Added, Once("bridge added", AddBridge), Later, Settled]),
        new(
            "rebalances for two logical processors",
            Before(Device(0, new())),
            [
                .. RoundA, Once("two added", AddTwoProcessors),
                QueryStopA with { Name = "query-stop before the second is active", NotYetActive = 1 },
                Added, LaterBesideTwo, Settled,
            ]),
        new(
            "rebalance of a device whose driver is registered later",
            Before(),
            [.. RoundA, Once("registered", Device(0, new())), Added, Once("bridge added", AddBridge), Later, Settled]),
        Replaced("completed", null, Device(0, new())),
        Replaced("completed, though one rejects it", null, Device(0, RejectsSleep)),
        Replaced("failed to start", FailureReason.StartFailed, Device(0, new()), new InjectStartFailure(new(6), 1)),
        Replaced("failed because one rejects it", FailureReason.QuiesceFailed, Device(0, RejectsSleep)),
        Replaced("failed because one never sleeps", FailureReason.QuiesceFailed, Device(0, new()
        {
            NeverReachesD3 = true,
        })),
        new(
            "replace among rebalances",
            Before(Device(0, new()), AddTwoProcessors),
            [.. SleepA, .. RoundA, Once("replaced", Replace), LaterBesideTwo, Settled]),
        new(
            "requests of a device that is stopped",
            Before(Device(0, new())),
            [
                .. Completed, Once("two submitted", new SubmitIo(new(0), 2)),
                Once("one submitted", new SubmitIo(new(0), 1)),
                Delivered("stopped", Notice.Device(QueryStop, 0), Notice.Device(Stop, 0)),
                Step("started", NotificationKind.Start, 0), Later, Settled,
                Once("deregistered", new Deregister(new(0))),
            ]),
        new(
            "requests of a device that is removed",
            Before(Device(0, new() { FailsRestart = true }), new SubmitIo(new(0), 2)),
            [
                .. FailedRoundA, .. Completed[..2],
                Delivered("1 not completed", Notice.Completed(0, 1, status: 1)),
                Delivered("2 not completed", Notice.Completed(0, 2, status: 1)), Later, Settled,
            ]),
        new(
            "requests of a device that sleeps",
            Before(Device(0, new()), new SubmitIo(new(0), 2)),
            [.. SleepA, .. Completed[..2], Once("replaced", Replace), Later, Settled]),
    ];

    private static MonitorAlphabet Replaced(string name, FailureReason? failure, params Operation[] before) => new(
        $"replace: {name}",
        Before([.. before, Driver(1, new())]).Then(Replace, failure)!,
        [
            Step("query-power A", QueryPower, 0, before[0] == Device(0, RejectsSleep) ? 1 : 0),
            .. SleepOfBoth,
        ]);

    private static MonitoredOperations Before(params Operation[] operations) =>
        MonitorAlphabet.After(
        hotEverything: false, [.. operations, operations.Contains(AddTwoProcessors) ? Idle[1] : Idle[0]]);

    private static MonitorInput Once(string name, Operation operation) => Of(name, operation) with { IsOnce = true };

    private static MonitorInput Step(string name, NotificationKind kind, int driver, int status = 0) =>
        Delivered(name, Notice.Of(kind, driver) with { Status = status });
}
