using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Model.State;
using static DhpConformance.Abstractions.NotificationKind;

namespace DhpConformance.Model.Monitors;

/// <summary>
/// Verifies: that notifications are data that a server could mean: numbers of operations that never fall, a consumer
/// where there has to be one, and nothing in fields that say nothing. That there is no null among them was asked of the
/// observation as a whole.
/// Does not verify: what the fields say.
/// </summary>
internal static class FieldChecker
{
    public static NotificationViolation? FirstViolation(
        Inventory inventory, ImmutableArray<Notification> notices, int latest)
    {
        var reached = 0;
        foreach (var notice in notices)
        {
            var fault = notice.Operation < reached ? "the number of its operation is lower than the one before"
                : notice.Operation > latest ? "the number of its operation has not been reached"
                : Fault(inventory, notice);
            if (fault is not null)
            {
                return new(null, "the observation", "valid data", $"{NotificationText.Of(notice)}: {fault}");
            }

            reached = notice.Operation;
        }

        return null;
    }

    private static string? Fault(Inventory inventory, Notification notice)
    {
        var kind = notice.Kind;
        var isAboutUnits = kind.IsCallback || kind.IsArrival || kind.IsRemoval;
        return inventory.Find(notice.Partition) < 0 ? $"there is no partition {notice.Partition}"
            : HasConsumer(kind) != (notice.Consumer is not null) ? "it needs a consumer, or must not have one"
            : !isAboutUnits && kind != UnitsSwapped && notice.Unit is not null ? "it is about no unit"
            : notice.Processor is not null && !isAboutUnits ? "it is about no processor"
            : notice.Processor is not null && !inventory.Claims.Has(Claim.ProcessorNumbers) ? "numbers are not claimed"
            : notice.Status != 0 && !HasStatus(kind) ? "its status says nothing"
            : notice.Request != 0 && kind != IoCompleted ? "it is about no request"
            : notice.ActiveProcessors < 0 || notice.MemoryBytes < 0 ? "a number is negative"
            : kind.IsPower && !inventory.Claims.Has(Claim.Quiescence) ? "it is not claimed"
            : null;
    }

    private static bool HasConsumer(NotificationKind kind) =>
        kind is not (UnitsSwapped or HighMemory or HibernationFileWritten);

    private static bool HasStatus(NotificationKind kind) =>
        kind.IsCallback || kind is QueryStop or Start or QueryPower or IoCompleted;
}
