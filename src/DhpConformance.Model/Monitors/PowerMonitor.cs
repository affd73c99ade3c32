using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Model.Rules;
using DhpConformance.Model.Transitions;
using static DhpConformance.Abstractions.NotificationKind;

namespace DhpConformance.Model.Monitors;

/// <summary>
/// Verifies: that in a hot replace every driver and device goes to sleep, the units are swapped, and everybody wakes
/// up, once each, with nothing else delivered in between; and that one that fails wakes up whomever it put to sleep.
/// Sources: DHP-REP-04..-19, DHP-PWR-01..-09; decisions G-73..G-79, G-93.
/// Does not verify: the order among drivers, and how long it takes. A device may be awake only after the operation: its
/// driver completes the request without waiting for it.
/// </summary>
internal sealed record PowerMonitor
{
    private static readonly (Phase From, NotificationKind Kind, Phase To)[] Steps =
    [
        (Phase.Working, QueryPower, Phase.Asked),
        (Phase.Working, SetPowerSleep, Phase.Sleeping),
        (Phase.Asked, SetPowerSleep, Phase.Sleeping),
        (Phase.Sleeping, SetPowerWorking, Phase.Resumed),
        (Phase.Asked, SetPowerWorking, Phase.Resumed),
    ];

    /// <summary>How far a driver is in a hot replace.</summary>
    internal enum Phase
    {
        Working,
        Asked,
        Sleeping,
        Resumed,
    }

    private OperationLog Log { get; init; } = null!;

    private ImmutableArray<Phase> Phases { get; init; }

    private bool HasBegun { get; init; }

    private bool IsSwapped { get; init; }

    private bool IsResuming { get; init; }

    private bool IsRejected { get; init; }

    private ConsumerMonitors? ResumedEarly { get; init; }

    private bool HasFailed => Log.HasFailed;

    /// <summary>A monitor for an operation that is a hot replace whose notifications are shown; else null.</summary>
    public static PowerMonitor? For(OperationLog log) =>
        Concerns(log, log.Partition) && log.Inventory.Claims.Has(Claim.Quiescence)
            ? new() { Log = log, Phases = [.. new Phase[log.Consumers.Count]] }
            : null;

    /// <summary>Whether the operation is a hot replace in this partition.</summary>
    public static bool Concerns(OperationLog log, int partition) =>
        log.CarriedOut == OperationKind.HotReplace && log.Partition == partition;

    /// <summary>
    /// Whether a device is awake again that an earlier hot replace put to sleep: legal at any time.
    /// </summary>
    public static bool IsLateAwake(Notification notice, ConsumerMonitors? consumer) =>
        notice.Kind == DeviceAwake && consumer?.Device is { } device && device.All(IsAsleep);

    /// <summary>A device that should be awake by now; null if there is none.</summary>
    public static NotificationViolation? Missing(ConsumerMonitors consumer) =>
        consumer.Device is { } device && device.All(IsAsleep)
            ? consumer.Violation(RuleOf(device), "its device awake by now", "nothing")
            : null;

    /// <summary>The rule for a device that is not awake when it should be.</summary>
    public static string RuleOf(DeviceMonitor device) =>
        device.Readings[0].Sleep == Sleep.ForFailedReplace ? "QUI-10" : "QUI-04";

    /// <summary>What is wrong with a device that is awake outside of a hot replace; null if nothing is.</summary>
    public static NotificationViolation? AwakeLater(OperationLog log, int place, ConsumerMonitors consumer)
    {
        var notice = log.Notices[place];
        if (!IsLateAwake(notice, consumer))
        {
            return consumer.Violation("QUI-13", "its device awake once", notice);
        }

        WakeUp(log, consumer);
        return null;
    }

    private static void WakeUp(OperationLog log, ConsumerMonitors consumer) => log.Put(consumer with
    {
        Device = consumer.Device!.With(Sleep.Awake),
        Io = consumer.Io.Release(log.Number),
    });

    /// <summary>
    /// What is wrong with something that is delivered in the hot replace; null if nothing is. From then on the monitor
    /// is <paramref name="next"/>.
    /// </summary>
    public NotificationViolation? Advance(int place, ConsumerMonitors? consumer, out PowerMonitor next)
    {
        next = this;
        var notice = Log.Notices[place];
        if (Log.PartitionOf(notice) != Log.Partition)
        {
            return null;
        }

        if (!notice.Kind.IsPower)
        {
            return consumer is not null && !IsResuming && IsEverybodyAsleep()
                ? consumer.Violation(
                    notice.Kind == IoCompleted ? "IO-03" : "QUI-11", "nothing while the partition sleeps", notice)
                : null;
        }

        if (!HasBegun && !IsLateAwake(notice, consumer))
        {
            next = this with { HasBegun = true };
            if (MidRound() is { } unfinished)
            {
                return unfinished;
            }
        }

        return notice.Kind == UnitsSwapped ? next.Swap(notice, ref next)
            : notice.Kind is DeviceAsleep or DeviceAwake ? OfDevice(notice, Log.Find(notice.Consumer)!)
            : next.OfDriver(notice, Log.Find(notice.Consumer)!, ref next);
    }

    /// <summary>What is missing at the end of the hot replace; null if nothing is.</summary>
    public NotificationViolation? AtEnd()
    {
        if (!HasFailed && !IsSwapped)
        {
            return Unready() ?? Partition("QUI-03", $"units swapped once, for {Spare}", "nothing");
        }

        for (var i = 0; i < Phases.Length; i++)
        {
            if (IsDriver(i) && (HasFailed ? Phases[i] == Phase.Sleeping : Phases[i] != Phase.Resumed))
            {
                return Log.Consumers[i].Violation(Late, "set-power working by now", "nothing");
            }
        }

        // A query-power that was never sent cannot have been rejected.
        return HasFailed && Log.Operation!.Outcome.Failure == FailureReason.QuiesceFailed
            && !Quiescing.MustFail(Log.Before, Log.Partition) && !IsRejected
            ? Partition("QUI-07", "a query-power that was rejected", "failed (quiesce failed) without one")
            : null;
    }

    private string Late => HasFailed ? "QUI-10" : "QUI-04";

    private UnitId Spare => Log.Inventory.Unit(Log.Operation!.Decision.Spare);

    private static bool IsAsleep(DeviceReading device) => device is { Sleep: not Sleep.Awake, Removed: false };

    private NotificationViolation? OfDriver(Notification notice, ConsumerMonitors consumer, ref PowerMonitor next)
    {
        var driver = Log.IndexOf(consumer);
        var phase = Phases[driver];
        var step = Array.Find(Steps, step => step.From == phase && step.Kind == notice.Kind);
        var isRight = step.To != Phase.Working
            && (HasFailed || (!(IsSwapped && notice.Kind == SetPowerSleep)
                && !(phase == Phase.Asked && notice.Kind == SetPowerWorking)));
        if (!isRight)
        {
            return notice.Kind == QueryPower
                    ? consumer.Violation("QUI-06", "query-power once at most, before set-power", notice)
                : notice.Kind == SetPowerSleep
                    ? consumer.Violation(
                        HasFailed ? "QUI-10" : "QUI-01", "set-power sleep once, before the swap", notice)
                : consumer.Violation(Late, "set-power working once, after set-power sleep", notice);
        }

        var phases = Phases.SetItem(driver, step.To);
        var rejects = consumer.Device?.Script.RejectsQueryPower == true;
        if (notice.Kind == QueryPower)
        {
            next = this with { Phases = phases, IsRejected = IsRejected || notice.Status != 0 };
            return (notice.Status != 0) != rejects
                ? consumer.Violation("QUI-06", "the status that its script says", notice)
                : null;
        }

        var isWorking = notice.Kind == SetPowerWorking;
        next = this with
        {
            Phases = phases,
            IsResuming = IsResuming || isWorking,
            ResumedEarly = ResumedEarly ?? (isWorking && !HasFailed && !IsSwapped ? consumer : null),
        };
        return null;
    }

    private NotificationViolation? OfDevice(Notification notice, ConsumerMonitors consumer)
    {
        var isSleeping = Phases[Log.IndexOf(consumer)] == Phase.Sleeping;
        if (notice.Kind == DeviceAsleep)
        {
            var device = consumer.Device?.Where(static one => one is { Sleep: Sleep.Awake, Removed: false });
            if (device is null || device.Script.NeverReachesD3 || !isSleeping || IsSwapped)
            {
                var isLeftAsleep = consumer.Device?.Readings[0].Sleep == Sleep.ForFailedReplace;
                return consumer.Violation(
                    HasFailed || isLeftAsleep ? "QUI-10" : "QUI-02",
                    "its device asleep once, between set-power sleep and the swap",
                    notice);
            }

            var sleep = HasFailed ? Sleep.ForFailedReplace : Sleep.ForReplace;
            Log.Put(consumer with { Device = device.With(sleep) });
            return null;
        }

        if (!IsLateAwake(notice, consumer) || isSleeping)
        {
            return consumer.Violation(Late, "its device awake once, after set-power working", notice);
        }

        WakeUp(Log, consumer);
        return null;
    }

    private NotificationViolation? Swap(Notification notice, ref PowerMonitor next)
    {
        if (HasFailed)
        {
            return Partition(
                "QUI-03", "no units swapped: the hot replace failed", NotificationText.Of(notice));
        }

        if (!IsSwapped && Unready() is { } unready)
        {
            return unready;
        }

        if (IsSwapped || notice.Unit != Spare)
        {
            return Partition("QUI-03", $"units swapped once, for {Spare}", NotificationText.Of(notice));
        }

        next = this with { IsSwapped = true };
        return ResumedEarly?.Violation("QUI-04", "set-power working after the swap", "it before the swap");
    }

    // Who is not asleep when the units are to be swapped.
    private NotificationViolation? Unready()
    {
        if (FirstAwake() is { } driver)
        {
            return driver.Violation("QUI-01", "set-power sleep once, before the swap", "nothing");
        }

        var awake = Log.Consumers.Find(consumer => consumer.Partition == Log.Partition
            && consumer.Device is { } device
            && device.All(static one => one is { Sleep: Sleep.Awake, Removed: false }));
        return IsResuming ? null
            : awake?.Violation("QUI-02", "its device asleep once, before the swap", "nothing");
    }

    // A partition without drivers does not sleep.
    private bool IsEverybodyAsleep() => Phases.Contains(Phase.Sleeping) && FirstAwake() is null;

    // A driver that was not sent to sleep.
    private ConsumerMonitors? FirstAwake()
    {
        for (var i = 0; i < Phases.Length; i++)
        {
            if (IsDriver(i) && Phases[i] is Phase.Working or Phase.Asked)
            {
                return Log.Consumers[i];
            }
        }

        return null;
    }

    // A device that rejected query-stop, or failed to start, is in no one's way: only the last word is missing.
    private NotificationViolation? MidRound()
    {
        for (var i = 0; i < Log.Consumers.Count; i++)
        {
            var consumer = Log.Consumers[i];
            if (consumer.Partition != Log.Partition || consumer.Device is null)
            {
                continue;
            }

            if (RebalanceChecker.Unfinished(consumer, out var finished) is { } unfinished)
            {
                return consumer.Device.Readings[0].Round is Round.Agreed or Round.Stopped
                    ? consumer.Violation("QUI-15", "its rebalance round ended before sleep", "power requests")
                    : unfinished;
            }

            Log.Consumers[i] = consumer with { Device = finished };
        }

        return null;
    }

    private bool IsDriver(int place) =>
        Log.Consumers[place] is { IsDeregistered: false, Consumer.Driver: not null } consumer
        && consumer.Partition == Log.Partition;

    private NotificationViolation Partition(string rule, string expected, string observed) =>
        new(rule, $"partition {Log.Inventory.Partition(Log.Partition)}", expected, observed, Log.Partition);
}
