using DhpConformance.Abstractions;
using static DhpConformance.Abstractions.NotificationKind;
using static DhpConformance.Tests.Model.Notifications.Notice;
using static DhpConformance.Tests.Model.Notifications.Scenario;

namespace DhpConformance.Tests.Model.Notifications;

/// <summary>Quiescence: what each row of <c>specs/judging.md</c> says of a hot replace.</summary>
public sealed class HotReplaceTests
{
    private static readonly Scenario Replaced = new(Device(0, new()), Driver(1, new()), Replace);
    private static readonly Scenario Alone = new(Device(0, new()), Replace);
    private static readonly Scenario Rejected = new(Device(0, new() { RejectsQueryPower = true }), Replace);
    private static readonly Scenario NeverAsleep = new(Device(0, new() { NeverReachesD3 = true }), Replace);
    private static readonly Scenario Failed = new(Device(0, new()), new InjectStartFailure(new(6), 1), Replace);
    private static readonly Scenario Grown = new(Device(0, new()), AddMemory);
    private static readonly Scenario InTheMiddle = new(Device(0, new()), AddTwoProcessors, Replace);
    private static readonly Scenario Busy = new(Device(0, new()), new SubmitIo(new(0), 1), Replace);
    private static readonly Scenario Later = new(Device(0, new()), Replace, LetSettle);
    private static readonly Scenario FailedLater =
        new(Device(0, new()), new InjectStartFailure(new(6), 1), Replace, LetSettle);

    private static readonly Scenario BusyLater =
        new(Device(0, new()), new SubmitIo(new(0), 1), Replace, LetSettle);

    private static readonly Scenario Empty = new(Replace);

    private static readonly Scenario Owing =
        new(Driver(0, new() { MemoryArrivals = true }), AddMemory, Replace);

    private static readonly Notification Query = Power(QueryPower, 0);
    private static readonly Notification Sleep = Power(SetPowerSleep, 0);
    private static readonly Notification D3 = Power(DeviceAsleep, 0);
    private static readonly Notification Work = Power(SetPowerWorking, 0);
    private static readonly Notification D0 = Power(DeviceAwake, 0);
    private static readonly Notification OtherSleeps = Power(SetPowerSleep, 1);
    private static readonly Notification OtherWorks = Power(SetPowerWorking, 1);

    private static readonly Notification[] Whole = [Sleep, D3, Swapped, Work, D0];

    internal static ExampleLog[] Examples { get; } =
    [
        new(
            null,
            "everybody sleeps, the units are swapped, everybody works",
            Replaced,
            Query, Sleep, D3, OtherSleeps, Swapped, OtherWorks, Work, D0),
        new(null, "nobody is asked", Alone, Sleep, D3, Swapped, Work, D0),
        new(null, "nobody is there", Empty, Swapped),
        new(null, "a rejected question ends it", Rejected, Query with { Status = 1 }, Work),
        new(null, "a device that never sleeps ends it", NeverAsleep, Sleep, Work),
        new(null, "a spare that does not start ends it", Failed, Sleep, D3, Work, D0),
        new(null, "I/O before and after", Busy, Sleep, D3, Swapped, Work, D0, Completed(0, 1)),

        new(
            null,
            "the device is awake only when the server has settled",
            Later,
            [.. Four(Sleep, D3, Swapped, Work), D0]),
        new(
            null,
            "the device is awake only when the server has settled, after a failure",
            FailedLater,
            [.. Five(Sleep, D3, Work), D0]),

        new(
            "QUI-04",
            "the device is not awake when the server has settled",
            Later,
            [.. Four(Sleep, D3, Swapped, Work)]),
        new("QUI-10", "it is not after a failure", FailedLater, [.. Five(Sleep, D3, Work)]),
        new("QUI-13", "the device is awake twice", Later, [.. Four(Sleep, D3, Swapped, Work), D0, D0]),
        new(
            "IO-03",
            "I/O before the device is awake",
            BusyLater,
            [.. Five(Sleep, D3, Swapped, Work), Completed(0, 1), D0]),
        new("QUI-13", "sleep outside of a hot replace", Grown, Sleep with { MemoryBytes = 2L << 30 }),
        new("QUI-13", "units swapped outside of a hot replace", Grown, Swapped with { MemoryBytes = 2L << 30 }),
        new("QUI-05", "a hibernation file", Alone, Sleep, D3, Of(HibernationFileWritten, null), Swapped, Work, D0),
        new(
            "QUI-15",
            "in the middle of a rebalance round",
            InTheMiddle,
            [Three(Device(QueryStop, 0)), Three(Device(Stop, 0)), .. Whole.Select(Three)]),
        new("QUI-06", "the question twice", Alone, [Query, Query, .. Whole]),
        new("QUI-06", "the question after sleep", Alone, Sleep, Query, D3, Swapped, Work, D0),
        new(
            "QUI-06",
            "the question is answered otherwise than the script says",
            Alone,
            [Query with { Status = 1 }, .. Whole]),
        new(
            "QUI-11",
            "an arrival while everybody sleeps",
            Owing,
            [.. new[] { Sleep, MemoryArrival(0), Swapped, Work }.Select(Large)]),
        new("IO-03", "I/O while everybody sleeps", Busy, Sleep, D3, Completed(0, 1), Swapped, Work, D0),
        new("QUI-01", "sleep is missing", Replaced, Sleep, D3, Swapped, OtherWorks, Work, D0),
        new("QUI-01", "sleep after the swap", Replaced, Sleep, D3, Swapped, OtherSleeps, OtherWorks, Work, D0),
        new("QUI-01", "sleep twice", Replaced, Sleep, D3, OtherSleeps, OtherSleeps, Swapped, OtherWorks, Work, D0),
        new("QUI-02", "the device does not sleep", Alone, Sleep, Swapped, Work, D0),
        new("QUI-02", "the device sleeps before it is told to", Alone, D3, Sleep, Swapped, Work, D0),
        new("QUI-02", "the device sleeps after the swap", Alone, Sleep, Swapped, D3, Work, D0),
        new("QUI-03", "no swap", Alone, Sleep, D3, Work, D0),
        new("QUI-03", "two swaps", Alone, Sleep, D3, Swapped, Swapped, Work, D0),
        new("QUI-03", "a swap for the wrong unit", Alone, Sleep, D3, Swapped with { Unit = new UnitId(7) }, Work, D0),
        new("QUI-03", "a swap though it failed", Failed, [.. Whole]),
        new("QUI-04", "nobody works again", Alone, Sleep, D3, Swapped),
        new("QUI-04", "the device is not awake again", Alone, Sleep, D3, Swapped, Work),
        new("QUI-04", "the device is awake before the driver works", Alone, Sleep, D3, Swapped, D0, Work),
        new("QUI-04", "the driver works before the swap", Alone, Sleep, D3, Work, Swapped, D0),
        new("QUI-10", "who slept does not work again", Failed, Sleep, D3, D0),
        new("QUI-10", "the device is not awake again after a failure", Failed, Sleep, D3, Work),
        new("QUI-10", "who did not sleep works again", Failed, Work),
        new("QUI-10", "a device that never sleeps sleeps", NeverAsleep, Sleep, D3, Work, D0),
        new("QUI-07", "it failed to quiesce, and nobody had been asked", Rejected),
    ];

    public static TheoryData<string> Names { get; } = ExampleLog.Names(Examples);

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_told_is_judged_as_specified(string name) =>
        Examples.Single(example => example.ToString() == name).Check();

    // The unit with two logical processors was added before.
    private static Notification Three(Notification notice) => notice with { ActiveProcessors = 3 };

    // The operation before the server settles.
    private static IEnumerable<Notification> Four(params Notification[] notices) => In(4, notices);

    private static IEnumerable<Notification> Five(params Notification[] notices) => In(5, notices);

    private static IEnumerable<Notification> In(int operation, Notification[] notices) =>
        notices.Select(notice => notice with { Operation = operation });

    // The memory module was added before.
    private static Notification Large(Notification notice) => notice with { MemoryBytes = 2L << 30 };
}
