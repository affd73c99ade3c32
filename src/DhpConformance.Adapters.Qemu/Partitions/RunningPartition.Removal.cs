using DhpConformance.Abstractions;
using DhpConformance.Adapters.Qemu.Monitor;

namespace DhpConformance.Adapters.Qemu.Partitions;

/// <content>
/// Units that go. An answer to <c>device_del</c> says that QEMU was asked, an event that it has happened.
/// </content>
internal sealed partial class RunningPartition
{
    private readonly Dictionary<UnitId, (UnitKind Kind, long Deadline)> leaving = [];

    /// <summary>Units that QEMU has agreed to remove and not said to be gone.</summary>
    public IEnumerable<UnitId> Leaving => leaving.Keys;

    /// <summary>Asks for the removal of a unit. Returns the reason if QEMU refuses it.</summary>
    public RefusalReason? Unplug(PartitionUnit unit)
    {
        var refusal = Refusals.Of(monitor.Try(QmpCommand.Of("device_del", ("id", unit.Id.ToString()))));
        if (refusal is null)
        {
            var patience = guest is null ? options.RemovalDeadline : options.GuestDeadline;
            leaving[unit.Id] = (unit.Kind, Environment.TickCount64 + (long)patience.TotalMilliseconds);
        }

        return refusal;
    }

    /// <summary>Removals that ended by now, and whether the unit is gone.</summary>
    /// <param name="all">Waits until each of them has ended, or has had its time.</param>
    public IEnumerable<(UnitId Unit, bool Gone)> EndedRemovals(bool all)
    {
        while (leaving.Count > 0)
        {
            var last = leaving.Values.Max(removal => removal.Deadline);
            var patience = all ? Math.Max(0, last - Environment.TickCount64) : 0;
            if (monitor.NextEvent(TimeSpan.FromMilliseconds(patience)) is not { } ended)
            {
                yield break;
            }

            var unit = leaving.Keys.FirstOrDefault(one => one.ToString() == ended.Device, new UnitId(-1));
            if (leaving.Remove(unit, out var removal))
            {
                Clear(unit, removal.Kind, ended.Removed);
                yield return (unit, ended.Removed);
            }
        }
    }

    private void Clear(UnitId unit, UnitKind kind, bool gone)
    {
        if (gone && kind == UnitKind.MemoryModule)
        {
            monitor.Ask(QmpCommand.Of("object-del", ("id", Backend(unit))));
        }

        if (gone)
        {
            bridgeIndexes.Remove(unit);
        }
    }
}
