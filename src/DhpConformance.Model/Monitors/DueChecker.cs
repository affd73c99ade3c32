using DhpConformance.Abstractions;
using DhpConformance.Model.Rules;

namespace DhpConformance.Model.Monitors;

/// <summary>
/// Verifies: that nothing is missing at the end of an operation: after settle of anything, after a deregistration of
/// rebalance rounds and I/O. Decisions G-28, G-51.
/// Does not verify: what is missing within an operation, which the monitor of its kind does.
/// </summary>
internal static class DueChecker
{
    public static NotificationViolation? FirstViolation(OperationLog log)
    {
        if (log.CarriedOut == OperationKind.Deregister)
        {
            var leaving = log.Find(((Deregister)log.Operation!.Operation).Consumer)!;
            if ((RebalanceChecker.Unfinished(leaving, out _) ?? IoMonitor.Missing(leaving)) is { } violation)
            {
                return violation;
            }
        }

        if (log.Operation is { IsCarriedOut: true })
        {
            Leave(log);
        }

        return log.CarriedOut == OperationKind.Settle ? AfterSettle(log.Consumers) : null;
    }

    // Whoever is not registered any more is kept as long as arrivals that were caused before may come.
    private static void Leave(OperationLog log)
    {
        var consumers = log.Consumers;
        for (var i = consumers.Count - 1; i >= 0; i--)
        {
            var arrivals = consumers[i].Arrivals;
            if (EndsRegistrations(log) && arrivals.IsOpen)
            {
                arrivals = arrivals.End(log.Partition);
                consumers[i] = consumers[i] with { Arrivals = arrivals };
            }

            if (log.After.ConsumerState?.Find(consumers[i].Consumer.Id) is not null)
            {
                continue;
            }

            if (log.CarriedOut != OperationKind.Settle && arrivals.IsOpen)
            {
                consumers[i] = consumers[i] with
                {
                    Arrivals = arrivals.Deregister(),
                    Device = null,
                    IsDeregistered = true,
                };
            }
            else
            {
                consumers.RemoveAt(i);
            }
        }
    }

    private static bool EndsRegistrations(OperationLog log) => log.CarriedOut
        is OperationKind.StopPartition or OperationKind.RestartPartition or OperationKind.InjectPartitionError
        or OperationKind.PowerOffServer;

    private static NotificationViolation? AfterSettle(List<ConsumerMonitors> consumers)
    {
        // A device that was never started again may keep others from being asked, and its I/O from completing.
        if (First(consumers, ArrivalChecker.Missing) is { } arrival)
        {
            return arrival;
        }

        for (var i = 0; i < consumers.Count; i++)
        {
            if (RebalanceChecker.Unfinished(consumers[i], out var finished) is { } unfinished)
            {
                return unfinished;
            }

            consumers[i] = consumers[i] with { Device = finished };
        }

        if ((First(consumers, RebalanceChecker.Missing) ?? First(consumers, PowerMonitor.Missing)
            ?? First(consumers, IoMonitor.Missing)) is { } missing)
        {
            return missing;
        }

        for (var i = 0; i < consumers.Count; i++)
        {
            var consumer = consumers[i];
            consumers[i] = consumer with
            {
                Arrivals = consumer.Arrivals.Settle(),
                Device = consumer.Device?.Settle(),
            };
        }

        return null;
    }

    private static NotificationViolation? First(
        List<ConsumerMonitors> consumers, Func<ConsumerMonitors, NotificationViolation?> check)
    {
        foreach (var consumer in consumers)
        {
            if (check(consumer) is { } violation)
            {
                return violation;
            }
        }

        return null;
    }
}
