using DhpConformance.Abstractions;
using DhpConformance.Model.State;

namespace DhpConformance.Model.Monitors;

/// <summary>
/// Verifies: that drivers and applications are notified of each arrival they registered for, as often as they should,
/// not before it is there, and of nothing else. Sources: DHP-ASY-01..-14, DHP-APP-01..-07; decisions G-48, G-50, G-53,
/// G-58, G-93. Does not verify: the order and the delay of arrivals, which are free until the server has settled.
/// </summary>
internal static class ArrivalChecker
{
    /// <summary>What is wrong with an arrival or a removal; null if nothing is.</summary>
    public static NotificationViolation? Advance(OperationLog log, int place, ConsumerMonitors consumer)
    {
        var notice = log.Notices[place];
        var (partition, isNumbered) = (log.PartitionOf(notice), log.Inventory.Claims.Has(Claim.ProcessorNumbers));
        if (notice.Kind.IsRemoval)
        {
            return Removal(log, notice, consumer, isNumbered);
        }

        var next = consumer.Arrivals.Deliver(
            notice, partition, isNumbered, (arrival, before) => IsTooEarly(log, place, arrival, before));
        if (next is not null)
        {
            log.Put(consumer with { Arrivals = next });
            return null;
        }

        var unit = notice.Unit is { } named ? log.Inventory.Find(named) : -1;
        return consumer.IsDeregistered
            ? consumer.Violation("CON-04", "nothing more: it is not registered", notice)
            : OfAnotherKind(log, notice, consumer, unit)
            ?? TooEarly(consumer, notice, isNumbered)
            ?? Unexpected(log, consumer, notice, unit);
    }

    /// <summary>An arrival that should have been delivered by now; null if there is a reading without one.</summary>
    public static NotificationViolation? Missing(ConsumerMonitors consumer)
    {
        var reading = consumer.Arrivals.Furthest;
        if (reading.FirstOrDefault(static arrival => arrival.IsOwed) is not { } owed)
        {
            return null;
        }

        var wasThere = reading.Any(arrival => arrival.IsExisting && arrival.Unit == owed.Unit);
        var processor = owed.Processor is { } known ? $" ({NotificationText.Of(known)})" : "";
        return consumer.Violation(
            wasThere ? "ASY-11" : consumer.Rule("ASY-01", "APP-01"),
            $"arrival of {owed.Unit} by now{processor}",
            "nothing");
    }

    private static NotificationViolation? OfAnotherKind(
        OperationLog log, Notification notice, ConsumerMonitors consumer, int unit)
    {
        if ((consumer.Consumer.Driver is not null) != (notice.Kind == NotificationKind.InterfaceArrival))
        {
            return consumer.Violation(consumer.Rule("ASY-04", "APP-15"), "what it registered for", notice);
        }

        return unit >= 0 && log.Inventory.Kind(unit) != UnitKind.IoHostBridge
            && !consumer.Consumer.Hears(log.Inventory.Kind(unit))
            ? consumer.Violation(
                consumer.Rule("ASY-04", "APP-03"), "arrivals of the kinds it registered for", notice)
            : null;
    }

    private static NotificationViolation? TooEarly(ConsumerMonitors consumer, Notification notice, bool isNumbered)
    {
        var early = consumer.Arrivals.Readings
            .SelectMany(static reading => reading)
            .FirstOrDefault(arrival => arrival.IsOpen && arrival.Agrees(notice, isNumbered));
        return early is null ? null
            : early.Kind == UnitKind.MemoryModule
                ? consumer.Violation(
                    consumer.Rule("ASY-07", "APP-05"), $"{early.MemoryBytes} bytes by then", notice)
                : consumer.Violation(
                    consumer.Rule("ASY-06", "APP-04"), "its arrival once it is active", notice);
    }

    private static bool IsTooEarly(OperationLog log, int place, Arrival arrival, int before)
    {
        var notice = log.Notices[place];
        var (first, last) = (log.Before.Partitions[arrival.Partition], log.After.Partitions[arrival.Partition]);
        if (arrival.Kind == UnitKind.MemoryModule)
        {
            return notice.MemoryBytes < (arrival.Cause == log.Cause
                ? arrival.MemoryBytes
                : Math.Min(arrival.MemoryBytes, Math.Min(first.LeastVisibleMemory, last.LeastVisibleMemory)));
        }

        if (arrival.Cause != log.Cause || !log.IsProcessorAdd)
        {
            var least = Math.Min(first.ActiveProcessors, last.ActiveProcessors);
            return notice.ActiveProcessors < Math.Min(arrival.ActiveProcessors, least);
        }

        // The one that this notification names, or, without numbers, as many as were delivered, and one more.
        var completions = log.Completions();
        var which = completions.FindIndex(one => one.Processor is not null && one.Processor == notice.Processor);
        which = which >= 0 ? which : before;
        return notice.ActiveProcessors <= first.ActiveProcessors + which
            || (which < completions.Count && completions[which].Last > place);
    }

    private static NotificationViolation Unexpected(
        OperationLog log, ConsumerMonitors consumer, Notification notice, int unit)
    {
        var arrivals = consumer.Arrivals.Furthest;
        if (IsOfAnotherPartition(log, consumer, unit))
        {
            var own = log.Inventory.Partition(consumer.Partition);
            return consumer.Violation("CON-05", $"only what happens in {own}", notice);
        }

        if (consumer.Arrivals.Silent.Contains(unit))
        {
            return consumer.Violation(consumer.Rule("ASY-03", "APP-06"), "nothing: it did not arrive", notice);
        }

        var again = arrivals.Concat(consumer.Arrivals.Past).FirstOrDefault(arrival => arrival.Delivered > 0
            && arrival.Unit == notice.Unit
            && (arrival.Processor is null || arrival.Processor == notice.Processor));
        if (again is not null)
        {
            return again is { IsExisting: true, Delivered: > 1 }
                ? consumer.Violation("ASY-11", "each that is there, twice at most", notice)
                : consumer.Violation(consumer.Rule("ASY-02", "APP-02"), "each arrival once", notice);
        }

        return arrivals.Any(arrival =>
                arrival.IsOpen && (arrival.Unit == notice.Unit || IsProcessor(arrival, notice)))
                ? consumer.Violation(consumer.Rule("ASY-08", "APP-07"), "what arrived, unit and processor", notice)
            : unit >= 0 && consumer.Arrivals.AtRegistration[unit].Owner == consumer.Partition
                ? consumer.Violation(
                    consumer.Rule("ASY-10", "APP-06"), "nothing of what was there before", notice)
            : consumer.Violation(consumer.Rule("ASY-03", "APP-06"), "nothing: it did not arrive", notice);
    }

    /// <summary>Whether a unit was added to another partition, where a consumer may still be notified.</summary>
    private static bool IsOfAnotherPartition(OperationLog log, ConsumerMonitors consumer, int unit) =>
        UnsettledAdd.All(log.Before.Unsettled)
            .Concat(UnsettledAdd.All(log.After.Unsettled))
            .Any(add => add.Unit == unit && add.Partition != consumer.Partition);

    private static bool IsProcessor(Arrival arrival, Notification notice) =>
        arrival.Processor is { } known && notice.Processor is { } named
        && (known.Group, known.Number) == (named.Group, named.Number);

    private static NotificationViolation? Removal(
        OperationLog log, Notification notice, ConsumerMonitors consumer, bool isNumbered)
    {
        var isItsKind = (consumer.Consumer.Driver is not null) == (notice.Kind == NotificationKind.InterfaceRemoval);
        if (!isItsKind || consumer.Arrivals.Deliver(notice, isNumbered) is not { } next)
        {
            return consumer.Violation(consumer.Rule("ASY-18", "APP-06"), "no removal", notice);
        }

        log.Put(consumer with { Arrivals = next });
        return null;
    }
}
