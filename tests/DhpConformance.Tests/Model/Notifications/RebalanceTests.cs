using DhpConformance.Abstractions;
using static DhpConformance.Abstractions.NotificationKind;
using static DhpConformance.Tests.Model.Notifications.Notice;
using static DhpConformance.Tests.Model.Notifications.Scenario;

namespace DhpConformance.Tests.Model.Notifications;

/// <summary>Rebalances: what each row of <c>specs/judging.md</c> says of them.</summary>
public sealed class RebalanceTests
{
    private static readonly DeviceScript Plain = new();
    private static readonly DeviceScript Rejecting = new() { RejectsQueryStop = true };
    private static readonly DeviceScript Failing = new() { FailsRestart = true };

    private static readonly Scenario Added = With(Plain);
    private static readonly Scenario Rejected = With(Rejecting);
    private static readonly Scenario Broken = With(Failing);
    private static readonly Scenario Beside = new(Device(0, Rejecting), Device(1, Plain), AddProcessor, LetSettle);
    private static readonly Scenario Grown = new(Device(0, Plain), AddMemory, LetSettle);
    private static readonly Scenario Bridged = new(Device(0, Plain), AddBridge, LetSettle);
    private static readonly Scenario ByPolicy = With(new() { Class = DeviceClass.Network, RebalancePolicy = 2 });
    private static readonly Scenario ByClass = With(new() { Class = DeviceClass.Network, ClassOptOut = false });
    private static readonly Scenario OutByPolicy = With(new() { RebalancePolicy = 1 });
    private static readonly Scenario OutByClass = With(new() { ClassOptOut = true });
    private static readonly Scenario Network = With(new() { Class = DeviceClass.Network });
    private static readonly Scenario BesideNetwork =
        new(Device(0, Plain), Device(1, new() { Class = DeviceClass.Network }), AddProcessor, LetSettle);

    private static readonly Scenario Left = new(
        Device(0, Plain),
        AddProcessor,
        new Deregister(new(0)),
        Device(1, new() { Class = DeviceClass.Network }),
        LetSettle);

    private static readonly Scenario Deviceless = new(Driver(0, new()), AddProcessor, LetSettle);

    private static readonly Notification[] Round =
        [Device(QueryStop, 0), Device(Stop, 0), Device(NotificationKind.Start, 0)];

    internal static ExampleLog[] Examples { get; } =
    [
        new(null, "query-stop, stop and start", Added, Round),
        new(
            null,
            "spread over two operations",
            Added,
            Device(QueryStop, 0) with { Operation = 4 }, Device(Stop, 0), Device(NotificationKind.Start, 0)),
        new(
            null,
            "a rejected query-stop is cancelled",
            Rejected,
            Device(QueryStop, 0, status: 1), Device(CancelStop, 0)),
        new(
            null,
            "a device that fails to start is removed by surprise",
            Broken,
            Device(QueryStop, 0), Device(Stop, 0), Device(NotificationKind.Start, 0, status: 1),
            Device(SurpriseRemoval, 0)),
        new(
            null,
            "others go on beside a rejection",
            Beside,
            Device(QueryStop, 0, status: 1), Device(CancelStop, 0), Device(QueryStop, 1), Device(Stop, 1),
            Device(NotificationKind.Start, 1)),
        new(null, "nothing for a network adapter", Network),
        new(null, "a network adapter whose policy says so", ByPolicy, Round),
        new(null, "a network adapter whose class says so", ByClass, Round),
        new(null, "one round for a bridge, if the server likes", Bridged, [.. Round.Select(OneProcessor)]),
        new(null, "no round for a bridge", Bridged),
        new(null, "a round for another reason", Grown, [.. Round.Select(OneProcessor).Select(Large)]),
        new(null, "a round for another reason beside the one that is due", Added, [.. Round, .. Round]),
        new(
            null,
            "a round of a network adapter during a second round, for another reason, of a device that takes part",
            BesideNetwork,
            [.. Round, Device(QueryStop, 0), Device(QueryStop, 1), .. Round[1..], Device(Stop, 1),
                Device(NotificationKind.Start, 1)]),
        new(
            null,
            "a round of a network adapter once the only device that takes part has ended its own and left",
            Left,
            [.. Round.Select(Early), Device(QueryStop, 1), Device(Stop, 1), Device(NotificationKind.Start, 1)]),
        new(
            null,
            "a rebalance that failed is cancelled for those that agreed",
            Added,
            Device(QueryStop, 0), Device(CancelStop, 0)),
        new(
            null,
            "cancel-stop to a device that agreed, and is stopped all the same",
            Added,
            Device(QueryStop, 0), Device(CancelStop, 0), Device(Stop, 0), Device(NotificationKind.Start, 0)),
        new(
            null,
            "cancel-stop twice",
            Rejected,
            Device(QueryStop, 0, status: 1), Device(CancelStop, 0), Device(CancelStop, 0)),
        new(null, "cancel-stop to a device that was not asked", Grown, Large(OneProcessor(Device(CancelStop, 0)))),

        new("REB-07", "stop without query-stop", Added, Device(Stop, 0), Device(NotificationKind.Start, 0)),
        new("REB-07", "stop is missing", Added, Device(QueryStop, 0)),
        new(
            "REB-07",
            "start before stop",
            Added,
            Device(QueryStop, 0), Device(NotificationKind.Start, 0), Device(Stop, 0)),
        new(
            "REB-09",
            "stop after query-stop was rejected",
            Rejected,
            Device(QueryStop, 0, status: 1), Device(CancelStop, 0), Device(Stop, 0)),
        new("REB-15", "cancel-stop is missing", Rejected, Device(QueryStop, 0, status: 1)),
        new(
            "REB-15",
            "cancel-stop between stop and start",
            Added,
            Device(QueryStop, 0), Device(Stop, 0), Device(CancelStop, 0), Device(NotificationKind.Start, 0)),
        new("REB-15", "query-stop is answered otherwise than the script says", Added, Device(QueryStop, 0, status: 1)),
        new("REB-14", "start is missing", Added, Device(QueryStop, 0), Device(Stop, 0)),
        new(
            "REB-17",
            "surprise removal is missing",
            Broken,
            Device(QueryStop, 0), Device(Stop, 0), Device(NotificationKind.Start, 0, status: 1)),
        new(
            "REB-17",
            "surprise removal twice",
            Broken,
            Device(QueryStop, 0), Device(Stop, 0), Device(NotificationKind.Start, 0, status: 1),
            Device(SurpriseRemoval, 0), Device(SurpriseRemoval, 0)),
        new("REB-17", "surprise removal of a device that was started", Added, [.. Round, Device(SurpriseRemoval, 0)]),
        new(
            "REB-17",
            "start is answered otherwise than the script says",
            Added,
            Device(QueryStop, 0), Device(Stop, 0), Device(NotificationKind.Start, 0, status: 1)),
        new(
            "REB-17",
            "something for a removed device",
            Broken,
            Device(QueryStop, 0), Device(Stop, 0), Device(NotificationKind.Start, 0, status: 1),
            Device(SurpriseRemoval, 0), Device(QueryStop, 0)),
        new("REB-03", "a device whose policy keeps it out", OutByPolicy, Round),
        new("REB-04", "a device whose class keeps it out", OutByClass, Round),
        new("REB-05", "a network adapter", Network, Round),
        new(
            "REB-05",
            "a network adapter during the round that is due",
            BesideNetwork,
            [Device(QueryStop, 0), Device(QueryStop, 1), .. Round[1..], Device(Stop, 1),
                Device(NotificationKind.Start, 1)]),
        new("REB-02", "a memory module was added", Grown, [.. Round.Select(OneProcessor).Select(Large).Select(Early)]),
        new("REB-02", "more rounds than processors", Added, [.. Round.Select(Early), .. Round.Select(Early)]),
        new("REB-02", "a driver without a device", Deviceless, Round),
        new("REB-01", "no round", Added),
        new("REB-03", "no round for a network adapter whose policy says so", ByPolicy),
        new("REB-04", "no round for a network adapter whose class says so", ByClass),
        new(
            "REB-09",
            "no round for a device beside one that rejects",
            Beside,
            Device(QueryStop, 0, status: 1), Device(CancelStop, 0)),
    ];

    public static TheoryData<string> Names { get; } = ExampleLog.Names(Examples);

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_told_is_judged_as_specified(string name) =>
        Examples.Single(example => example.ToString() == name).Check();

    private static Scenario With(DeviceScript device) => new(Device(0, device), AddProcessor, LetSettle);

    private static Notification OneProcessor(Notification notice) => notice with { ActiveProcessors = 1 };

    // In the operation that adds something, and not when the server settles.
    private static Notification Early(Notification notice) => notice with { Operation = 4 };

    private static Notification Large(Notification notice) => notice with { MemoryBytes = 2L << 30 };
}
