using DhpConformance.Abstractions;
using static DhpConformance.Abstractions.NotificationKind;
using static DhpConformance.Tests.Model.Notifications.Notice;
using static DhpConformance.Tests.Model.Notifications.Scenario;

namespace DhpConformance.Tests.Model.Notifications;

/// <summary>I/O: what each row of <c>specs/judging.md</c> says of it.</summary>
public sealed class IoTests
{
    private static readonly Scenario Submitted = new(Device(0, new()), new SubmitIo(new(0), 2), LetSettle);
    private static readonly Scenario Idle = new(Device(0, new()), LetSettle);

    private static readonly Scenario Deregistered =
        new(Device(0, new()), new SubmitIo(new(0), 2), new Deregister(new(0)));

    private static readonly Scenario Rebalanced =
        new(Device(0, new()), AddProcessor, new SubmitIo(new(0), 1), LetSettle);

    private static readonly Scenario Held =
        new(Device(0, new()), AddProcessor, new SubmitIo(new(0), 2), LetSettle);

    private static readonly Scenario Removed =
        new(Device(0, new() { FailsRestart = true }), AddProcessor, LetSettle, new SubmitIo(new(0), 1), LetSettle);

    private static readonly Notification[] Broken =
    [
        Device(QueryStop, 0) with { Operation = 5 },
        Device(Stop, 0) with { Operation = 5 },
        Device(NotificationKind.Start, 0, status: 1) with { Operation = 5 },
        Device(SurpriseRemoval, 0) with { Operation = 5 },
    ];

    internal static ExampleLog[] Examples { get; } =
    [
        new(null, "each request once, in order", Submitted, Completed(0, 1), Completed(0, 2)),
        new(null, "in another order, if none was held", Submitted, Completed(0, 2), Completed(0, 1)),
        new(
            null,
            "in another order, if they came in the operation in which the device goes on",
            Held,
            Device(QueryStop, 0) with { Operation = 4 }, Device(Stop, 0) with { Operation = 4 },
            Device(NotificationKind.Start, 0) with { Operation = 5 }, Two(Completed(0, 2)), Two(Completed(0, 1))),
        new(null, "at once", Submitted, Completed(0, 1) with { Operation = 4 }, Completed(0, 2)),
        new(null, "before its driver is gone", Deregistered, Completed(0, 1), Completed(0, 2)),
        new(null, "with an error, once the device is removed", Removed, [.. Broken, Two(Completed(0, 1, status: 1))]),
        new(
            null,
            "after the round of a rebalance",
            Rebalanced,
            Device(QueryStop, 0), Device(Stop, 0), Device(NotificationKind.Start, 0), Two(Completed(0, 1))),

        new("IO-01", "nothing by the time the server has settled", Submitted, Completed(0, 1)),
        new("IO-01", "nothing by the time its driver is gone", Deregistered, Completed(0, 1)),
        new("IO-01", "a request twice", Submitted, Completed(0, 1), Completed(0, 1), Completed(0, 2)),
        new("IO-01", "a request that was never submitted", Idle, Completed(0, 1)),
        new(
            "IO-02",
            "the second before the first, though both were held",
            Held,
            Device(QueryStop, 0) with { Operation = 4 }, Device(Stop, 0) with { Operation = 4 },
            Device(NotificationKind.Start, 0), Two(Completed(0, 2)), Two(Completed(0, 1))),
        new(
            "IO-03",
            "between stop and start",
            Rebalanced,
            Device(QueryStop, 0), Device(Stop, 0), Two(Completed(0, 1)), Device(NotificationKind.Start, 0)),
        new("IO-04", "an error from a device that works", Submitted, Completed(0, 1, status: 1), Completed(0, 2)),
        new("IO-04", "no error from a device that is removed", Removed, [.. Broken, Two(Completed(0, 1))]),
    ];

    public static TheoryData<string> Names { get; } = ExampleLog.Names(Examples);

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_told_is_judged_as_specified(string name) =>
        Examples.Single(example => example.ToString() == name).Check();

    // A processor was added before.
    private static Notification Two(Notification notice) => notice with { ActiveProcessors = 2 };
}
