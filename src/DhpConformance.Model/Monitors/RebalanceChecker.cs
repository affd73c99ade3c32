using DhpConformance.Abstractions;
using DhpConformance.Model.Rules;
using DhpConformance.Model.State;
using DhpConformance.Model.Transitions;
using static DhpConformance.Abstractions.NotificationKind;

namespace DhpConformance.Model.Monitors;

/// <summary>
/// Verifies: who is asked to stop and when, the steps of each round, and what becomes of devices that refuse or fail.
/// Sources: DHP-REB-01..-17; decisions G-45..G-47, G-49, G-54.
/// Does not verify: how many of the rebalances that are due are done as one, and rebalances for other reasons.
/// </summary>
internal static class RebalanceChecker
{
    /// <summary>What is wrong with a step of a round; null if nothing is.</summary>
    public static NotificationViolation? Advance(OperationLog log, int place, ConsumerMonitors consumer)
    {
        var notice = log.Notices[place];
        if (consumer.Device is not { } device)
        {
            return consumer.Violation("REB-02", "no rebalance: it has no device", notice);
        }

        if (device.Readings[0].Removed)
        {
            return consumer.Violation("REB-17", "nothing: its device was removed", notice);
        }

        if (notice.Kind == QueryStop)
        {
            return Query(log, place, consumer, device);
        }

        if (notice.Kind == Start && device.All(static reading => reading.Round == Round.Stopped)
            && (notice.Status != 0) != device.Script.FailsRestart)
        {
            return consumer.Violation("REB-17", Status(device.Script.FailsRestart), notice);
        }

        if (device.Step(notice) is not { } next)
        {
            return OutOfTurn(consumer, device.Readings[0], notice);
        }

        var isReleased = notice is { Kind: Start, Status: 0 };
        log.Put(consumer with
        {
            Device = next,
            Io = isReleased ? consumer.Io.Release(log.Number) : consumer.Io,
        });
        return null;
    }

    /// <summary>A round that should have ended by now; null if a reading is in none, which is then kept.</summary>
    public static NotificationViolation? Unfinished(ConsumerMonitors consumer, out DeviceMonitor? finished)
    {
        finished = consumer.Device?.Where(static reading => reading.Round == Round.None);
        return consumer.Device is null || finished is not null ? null
            : Unfinished(consumer, consumer.Device.Readings[0].Round);
    }

    /// <summary>A query-stop that should have come by now; null if there is a reading without one.</summary>
    public static NotificationViolation? Missing(ConsumerMonitors consumer)
    {
        if (consumer.Device is not { } device || !Participation.TakesPart(device.Script)
            || !device.All(static reading => reading is { Owed: true, Removed: false }))
        {
            return null;
        }

        var rule = device.BesideRejection ? "REB-09" : Participation.OnlyGround(device.Script) switch
        {
            Participation.Ground.Policy => "REB-03",
            Participation.Ground.Class => "REB-04",
            _ => "REB-01",
        };
        return consumer.Violation(rule, "query-stop by now, after the last processor was added", "nothing");
    }

    /// <summary>The next step of a round that has not ended.</summary>
    public static NotificationViolation Unfinished(ConsumerMonitors consumer, Round round) => round switch
    {
        Round.Agreed => consumer.Violation("REB-07", Words.Of(Stop), "nothing after query-stop"),
        Round.Stopped => consumer.Violation("REB-14", Words.Of(Start), "nothing after stop"),
        Round.Refused =>
            consumer.Violation("REB-15", Words.Of(CancelStop), "nothing after query-stop was rejected"),
        _ => consumer.Violation("REB-17", Words.Of(SurpriseRemoval), "nothing after start failed"),
    };

    private static NotificationViolation? Query(
        OperationLog log, int place, ConsumerMonitors consumer, DeviceMonitor device)
    {
        var notice = log.Notices[place];
        if (device.Where(static reading => reading.Round == Round.None) is not { } free)
        {
            return Unfinished(consumer, device.Readings[0].Round) with { Observed = NotificationText.Of(notice) };
        }

        var early = NotCompletedYet(log, place, consumer);
        if (free.Query(notice, early, MayBeSpontaneous(log, consumer.Partition), HasFinished(log, consumer.Partition))
            is not { } next)
        {
            return free.Readings[0].Due > early
                    ? consumer.Violation(RuleOf(device.Script), "no query-stop: it does not take part", notice)
                : free.Readings[0].Due == 0 && IsDueElsewhere(log, consumer)
                    ? consumer.Violation("CON-05", $"only what happens in {notice.Partition}", notice)
                : consumer.Violation("REB-02", "no query-stop: no rebalance is due", notice);
        }

        log.Put(consumer with { Device = next });
        if (!Participation.TakesPart(device.Script)
            && free.Query(notice, early, MayBeSpontaneous(log, consumer.Partition), hasFinished: false) is null)
        {
            KeepFinished(log, consumer.Partition);
        }

        if (notice.Status != 0)
        {
            RememberRejection(log, consumer);
        }

        var rejects = device.Script.RejectsQueryStop;
        return (notice.Status != 0) != rejects ? consumer.Violation("REB-15", Status(rejects), notice) : null;
    }

    // A hot operation causes the rebalances of the table and no others; at other times one may have other reasons.
    private static bool MayBeSpontaneous(OperationLog log, int partition) =>
        log.CarriedOut is not { IsHot: true }
        || (log.Partition != partition && (log.CarriedOut != OperationKind.HotAdd || log.HasFailed
            || log.UnitKind == UnitKind.MemoryModule));

    // Whether there are devices that take part, and each may have ended a round since the latest processor was added.
    // One that is gone may have ended its round before it was removed or its driver deregistered.
    private static bool HasFinished(OperationLog log, int partition)
    {
        var any = false;
        foreach (var other in log.Consumers)
        {
            if (other.Partition == partition && other.Device is { } device && Participation.TakesPart(device.Script))
            {
                any = true;
                if (device.All(static reading => reading is { IsUnsettled: true, Removed: false }))
                {
                    return false;
                }
            }
        }

        return any
            || ((log.After.ConsumerState?.Deregistered ?? 0) & ConsumerState.Bit(partition)) != 0;
    }

    // A device that takes no part was asked, and that is right only if the rebalance that was due is over.
    private static void KeepFinished(OperationLog log, int partition)
    {
        for (var i = 0; i < log.Consumers.Count; i++)
        {
            var other = log.Consumers[i];
            if (other.Partition == partition && other.Device is { } device && Participation.TakesPart(device.Script))
            {
                log.Consumers[i] = other with
                {
                    Device = device.Where(static one => one is { IsUnsettled: false } or { Removed: true }) ?? device,
                };
            }
        }
    }

    private static NotificationViolation OutOfTurn(
        ConsumerMonitors consumer, in DeviceReading device, Notification notice) => notice.Kind switch
        {
            CancelStop => consumer.Violation("REB-15", "cancel-stop for a device that is started", notice),
            SurpriseRemoval => consumer.Violation("REB-17", "surprise removal after a start that failed only", notice),
            _ when device.Round == Round.Failing => consumer.Violation("REB-17", Words.Of(SurpriseRemoval), notice),
            _ when device.Rejected => consumer.Violation("REB-09", "no stop: it rejected query-stop", notice),
            _ => consumer.Violation("REB-07", "query-stop, stop and start, in this order, once each", notice),
        };

    private static string Status(bool isError) => isError ? "a status other than 0" : "status 0";

    private static void RememberRejection(OperationLog log, ConsumerMonitors rejecting)
    {
        for (var i = 0; i < log.Consumers.Count; i++)
        {
            var other = log.Consumers[i];
            if (other.Partition == rejecting.Partition && other.Device is { } device
                && other.Consumer.Id != rejecting.Consumer.Id)
            {
                log.Consumers[i] = other with { Device = device with { BesideRejection = true } };
            }
        }
    }

    // Rounds for logical processors that are not active yet, or of which a Complete is still to come in this operation.
    private static int NotCompletedYet(OperationLog log, int place, ConsumerMonitors consumer) =>
        log.IsProcessorAdd && log.Partition == consumer.Partition
            ? Math.Max(
                log.Completions().Count(one => one.Last > place),
                log.After.Partitions[log.Partition].ActiveProcessors - log.Notices[place].ActiveProcessors)
            : 0;

    private static bool IsDueElsewhere(OperationLog log, ConsumerMonitors consumer) =>
        UnsettledAdd.All(log.Before.Unsettled)
            .Concat(UnsettledAdd.All(log.After.Unsettled))
            .Any(add => add.Partition != consumer.Partition && !add.IsOf(log.Inventory, UnitKind.MemoryModule)
                && log.Inventory.Profile(add.Partition).Promises(Behaviour.ResourceRebalance));

    private static string RuleOf(DeviceScript device) => Participation.GroundOf(device) switch
    {
        Participation.Ground.Policy => "REB-03",
        Participation.Ground.Class => "REB-04",
        _ => "REB-05",
    };
}
