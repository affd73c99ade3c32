using DhpConformance.Abstractions;
using DhpConformance.Model.Rules;

namespace DhpConformance.Model.Notifications;

/// <summary>
/// Verifies: that active processors and memory, as read at each notification, are those before the operation until
/// they change, and those after it from then on. Sources: DHP-PROC-06, DHP-ADDM-06; decisions G-09, G-58.
/// Does not verify: at which moment of the operation they change, where no callback tells.
/// </summary>
internal static class ReadingChecker
{
    /// <summary>What the partition of the operation has been read as so far: what has changed stays changed.</summary>
    public readonly record struct Reading(int ActiveProcessors, long MemoryBytes);

    public static Breach? Breach(Scene scene, Notification notice, ref Reading? latest)
    {
        var partition = scene.Inventory.Find(notice.Partition);
        var (before, after) = (scene.Before.Partitions[partition], scene.After.Partitions[partition]);
        var isChanging = partition == scene.Partition && scene.CarriedOut is { IsHot: true };
        var known = isChanging && latest is { } read ? read : new(before.ActiveProcessors, before.VisibleMemory);
        var isActive = notice.Kind.IsCallback
            || IsBetween(known.ActiveProcessors, notice.ActiveProcessors, after.ActiveProcessors);
        if (isActive && (notice.MemoryBytes == known.MemoryBytes || notice.MemoryBytes == after.VisibleMemory))
        {
            latest = isChanging ? new(notice.ActiveProcessors, notice.MemoryBytes) : latest;
            return null;
        }

        var active = Range(known.ActiveProcessors, after.ActiveProcessors);
        return new(
            "CON-06",
            scene.Find(notice.Consumer)?.Consumer.ToString() ?? $"partition {notice.Partition}",
            $"{active} active processors and {Range(known.MemoryBytes, after.VisibleMemory)} bytes",
            Spoken.Of(notice),
            partition);
    }

    private static bool IsBetween(int first, int read, int last) =>
        read >= Math.Min(first, last) && read <= Math.Max(first, last);

    private static string Range(long first, long last) => first == last ? $"{first}" : $"{first} to {last}";
}
