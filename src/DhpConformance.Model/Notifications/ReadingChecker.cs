using DhpConformance.Abstractions;
using DhpConformance.Model.Rules;

namespace DhpConformance.Model.Notifications;

/// <summary>
/// Verifies: that active processors and memory, as read at each notification, are those before the operation until
/// they change, and those after it from then on. Sources: DHP-PROC-06, DHP-ADDM-06; decisions G-09, G-58.
/// Does not verify: at which moment of the operation they change, where no callback tells.
/// </summary>
internal sealed class ReadingChecker(Scene scene)
{
    // What has been read as changed stays changed.
    private int? active;
    private long? memory;

    public Breach? Breach(Notification notice)
    {
        var partition = scene.Inventory.Find(notice.Partition);
        var (before, after) = (scene.Before.Partitions[partition], scene.After.Partitions[partition]);
        var first = active is { } read && partition == scene.Partition ? read : before.ActiveProcessors;
        var known = memory is { } seen && partition == scene.Partition ? seen : before.VisibleMemory;
        var isActive = notice.Kind.IsCallback || IsBetween(first, notice.ActiveProcessors, after.ActiveProcessors);
        if (isActive && (notice.MemoryBytes == known || notice.MemoryBytes == after.VisibleMemory))
        {
            Keep(notice, partition);
            return null;
        }

        return new(
            "CON-06",
            scene.Find(notice.Consumer)?.Consumer.ToString() ?? $"partition {notice.Partition}",
            $"{Range(first, after.ActiveProcessors)} active processors and {Range(known, after.VisibleMemory)} bytes",
            Spoken.Of(notice),
            partition);
    }

    private void Keep(Notification notice, int partition)
    {
        if (partition == scene.Partition && scene.CarriedOut is { IsHot: true })
        {
            active = notice.ActiveProcessors;
            memory = notice.MemoryBytes;
        }
    }

    private static bool IsBetween(int first, int read, int last) =>
        read >= Math.Min(first, last) && read <= Math.Max(first, last);

    private static string Range(long first, long last) => first == last ? $"{first}" : $"{first} to {last}";
}
