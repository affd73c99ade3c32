using DhpConformance.Abstractions;
using DhpConformance.Model.Rules;
using static DhpConformance.Abstractions.NotificationKind;

namespace DhpConformance.Model.Monitors;

/// <summary>
/// Verifies: that only registered consumers are notified, of their own partition, nothing of a refused operation, and
/// applications nothing but arrivals and removals; that power requests come during a hot replace, and no hibernation
/// file ever. Sources: DHP-REP-08, -09, DHP-APP-15, DHP-ASY-14; decisions G-18, G-28, G-84.
/// Does not verify: whether the notifications are right.
/// </summary>
internal static class RecipientChecker
{
    public static NotificationViolation? FirstViolation(OperationLog log)
    {
        foreach (var notice in log.Notices)
        {
            var violation = notice.Kind == HibernationFileWritten
                ? new("QUI-05", $"partition {notice.Partition}", "no hibernation file", NotificationText.Of(notice))
                : notice.Consumer is not null ? OfConsumer(log, notice)
                : OfPartition(log, notice);
            if (violation is not null)
            {
                return violation;
            }
        }

        return null;
    }

    private static NotificationViolation? OfPartition(OperationLog log, Notification notice)
    {
        var partition = log.PartitionOf(notice);
        return notice.Kind != UnitsSwapped
            || (log.CarriedOut == OperationKind.HotReplace && log.Partition == partition)
            ? null
            : new(
                log.IsRefused ? "REF-01" : "QUI-13",
                $"partition {notice.Partition}",
                "units swapped in a hot replace only",
                NotificationText.Of(notice),
                partition);
    }

    private static NotificationViolation? OfConsumer(OperationLog log, Notification notice)
    {
        var consumer = log.Find(notice.Consumer);
        if (consumer is not null
            && (IsLateArrival(log, notice, consumer) || PowerMonitor.IsLateAwake(notice, consumer)))
        {
            return null;
        }

        if (consumer is not { IsDeregistered: false })
        {
            return new(
                "CON-04",
                $"consumer {notice.Consumer}",
                "nothing: it is not registered",
                NotificationText.Of(notice),
                log.PartitionOf(notice));
        }

        var own = log.Inventory.Partition(consumer.Partition);
        if (notice.Partition != own || IsOfAnotherPartition(log, consumer, notice.Kind))
        {
            return consumer.Violation("CON-05", $"only what happens in {own}", notice);
        }

        if (log.IsRefused && (notice.Kind.IsCallback || notice.Kind.IsPower))
        {
            return consumer.Violation("REF-01", "nothing: the operation was refused", notice);
        }

        return consumer.Consumer.Driver is null && !notice.Kind.IsArrival && !notice.Kind.IsRemoval
                ? consumer.Violation("APP-15", "device arrivals and removals only", notice)
            : notice.Kind.IsPower && log.CarriedOut != OperationKind.HotReplace
                ? consumer.Violation("QUI-13", "power requests in a hot replace only", notice)
            : null;
    }

    // Deregistered, and perhaps registered again somewhere else: what was caused before may still come (DHP-ASY-14).
    private static bool IsLateArrival(OperationLog log, Notification notice, ConsumerMonitors consumer) =>
        notice.Kind.IsArrival
        && (consumer.IsDeregistered || log.PartitionOf(notice) != consumer.Partition)
        && consumer.Arrivals.Permits(notice, log.PartitionOf(notice));

    // It would be right for a driver of the partition in which the operation was carried out.
    private static bool IsOfAnotherPartition(OperationLog log, ConsumerMonitors consumer, NotificationKind kind) =>
        log.Partition != consumer.Partition
        && ((kind.IsCallback && log.IsProcessorAdd)
            || (kind.IsPower && log.CarriedOut == OperationKind.HotReplace));
}
