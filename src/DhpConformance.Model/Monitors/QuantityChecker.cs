using DhpConformance.Abstractions;
using DhpConformance.Model.Rules;

namespace DhpConformance.Model.Monitors;

/// <summary>
/// Verifies: that active processors and memory, as queried at each notification, are those before the operation until
/// they change, and those after it from then on. Sources: DHP-PROC-06, DHP-ADDM-06; decisions G-09, G-58.
/// Does not verify: at which moment of the operation they change, where no callback tells.
/// </summary>
internal static class QuantityChecker
{
    public static NotificationViolation? Advance(OperationLog log, Notification notice, ref Quantities? latest)
    {
        var partition = log.PartitionOf(notice);
        var (before, after) = (log.Before.Partitions[partition], log.After.Partitions[partition]);
        var isChanging = partition == log.Partition && log.CarriedOut is { IsHot: true };
        var known = isChanging && latest is { } read ? read : new(before.ActiveProcessors, before.VisibleMemory);
        var isActive = notice.Kind.IsCallback
            || IsBetween(known.ActiveProcessors, notice.ActiveProcessors, after.ActiveProcessors);
        var isShown = notice.MemoryBytes == known.MemoryBytes || after.MayShow(notice.MemoryBytes)
            || (latest is null && before.MayShow(notice.MemoryBytes));
        if (isActive && isShown)
        {
            latest = isChanging ? new(notice.ActiveProcessors, notice.MemoryBytes) : latest;
            return null;
        }

        var active = Range(known.ActiveProcessors, after.ActiveProcessors);
        return new(
            "CON-06",
            log.Find(notice.Consumer)?.Consumer.ToString() ?? $"partition {notice.Partition}",
            $"{active} active processors and {Range(known.MemoryBytes, after.VisibleMemory)} bytes",
            NotificationText.Of(notice),
            partition);
    }

    private static bool IsBetween(int first, int read, int last) =>
        read >= Math.Min(first, last) && read <= Math.Max(first, last);

    private static string Range(long first, long last) => first == last ? $"{first}" : $"{first} to {last}";

    /// <summary>What the partition of the operation showed so far: what has changed stays changed.</summary>
    public readonly record struct Quantities(int ActiveProcessors, long MemoryBytes);
}
