using DhpConformance.Abstractions;
using DhpConformance.Adapters.Qemu.Monitor;

namespace DhpConformance.Adapters.Qemu.Partitions;

/// <content>
/// Removal of units. The answer to <c>device_del</c> confirms the request; an event confirms the removal.
/// </content>
internal sealed partial class RunningPartition
{
    private readonly Dictionary<UnitId, (UnitKind Kind, int? BridgeIndex, long Deadline)> leaving = [];

    /// <summary>Units whose removal QEMU has accepted and not yet reported as finished.</summary>
    public IEnumerable<UnitId> Leaving => leaving.Keys;

    /// <summary>Asks for the removal of a unit. Returns the reason if QEMU refuses it.</summary>
    public RefusalReason? Unplug(PartitionUnit unit)
    {
        var refusal = Refusals.Of(monitor.Try(QmpCommand.Of("device_del", ("id", unit.Id.ToString()))));
        if (refusal is null)
        {
            var patience = guest is null ? options.RemovalDeadline : options.GuestDeadline;
            leaving[unit.Id] = (
                unit.Kind, FreeBridgeIndex(unit.Id), Environment.TickCount64 + (long)patience.TotalMilliseconds);
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
                End(unit, removal.Kind, removal.BridgeIndex, ended.Removed);
                yield return (unit, ended.Removed);
            }
        }
    }

    // A removal that QEMU accepted frees the index of the bridge at once: QEMU has to say whether the next bridge may
    // take it already. To wait for the end of the removal would hide that QEMU dies of it (finding Q8).
    private int? FreeBridgeIndex(UnitId unit) => bridgeIndexes.Remove(unit, out var index) ? index : null;

    private void End(UnitId unit, UnitKind kind, int? bridgeIndex, bool gone)
    {
        if (gone && kind == UnitKind.MemoryModule)
        {
            monitor.Ask(QmpCommand.Of("object-del", ("id", Backend(unit))));
        }

        if (!gone && bridgeIndex is { } index)
        {
            bridgeIndexes[unit] = index;
        }
    }
}
