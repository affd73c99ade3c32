using DhpConformance.Abstractions;
using DhpConformance.Model.Rules;

namespace DhpConformance.Model.Monitors;

/// <summary>
/// Verifies: that drivers with a callback are called, and no others, when processors are added and at registration.
/// Sources: DHP-SYN-01, -02; decisions G-64, G-73.
/// Does not verify: what they are called with, which <see cref="CallbackMonitor"/> and <see cref="ExistingCallbacks"/>
/// do.
/// </summary>
internal static class CallbackChecker
{
    public static NotificationViolation? FirstViolation(OperationLog log)
    {
        var any = false;
        foreach (var notice in log.Notices)
        {
            if (notice.Kind.IsCallback && log.Find(notice.Consumer) is { } consumer)
            {
                any = true;
                if (Misdirected(log, notice, consumer) is { } violation)
                {
                    return violation;
                }
            }
        }

        return log.IsProcessorAdd && log.Before.ConsumerState is not null ? OfAdd(log)
            : log.CarriedOut == OperationKind.RegisterDriver ? OfRegistration(log, any)
            : null;
    }

    private static NotificationViolation? Misdirected(
        OperationLog log, Notification notice, ConsumerMonitors consumer) =>
        !consumer.Consumer.IsSynchronous
            ? consumer.Violation("SYN-12", "no callbacks: it registered none", notice)
        : log.CarriedOut == OperationKind.HotReplace
            ? consumer.Violation("QUI-12", "no callbacks in a hot replace", notice)
        : log.IsProcessorAdd
            || log.Operation is { IsCarriedOut: true, Operation: RegisterDriver register }
                && register.Consumer == consumer.Consumer.Id
            ? null
        : consumer.Violation("SYN-11", "callbacks when a processor is added only", notice);

    private static NotificationViolation? OfAdd(OperationLog log)
    {
        var drivers = log.CallbackDrivers(log.Partition);
        return drivers.Count == 0 || CallbackMonitor.Accepts(log, drivers) ? null
            : CallbackDiagnosis.FirstViolation(log, drivers);
    }

    private static NotificationViolation? OfRegistration(OperationLog log, bool any)
    {
        var consumer = log.Find(((RegisterDriver)log.Operation!.Operation).Consumer)!;
        return consumer.Consumer.Driver!.IncludeExisting || any
            ? ExistingCallbacks.FirstViolation(log, consumer)
            : null;
    }
}
