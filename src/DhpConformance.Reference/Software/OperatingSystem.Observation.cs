using System.Collections.Immutable;
using System.Runtime.InteropServices;
using DhpConformance.Abstractions;

namespace DhpConformance.Reference;

/// <content>What the operating system shows of itself.</content>
internal partial class OperatingSystem
{
    // What was shown last: as long as it is true, whoever looks again is shown the same, and nothing is made anew.
    private PartitionObservation? shown;
    private ImmutableArray<UnitId> shownBridges;
    private int shownBridgesVersion = -1;

    /// <summary>Everything that can be seen inside the partition; nothing unless it runs.</summary>
    internal virtual PartitionObservation Observe() =>
        shown is not null && IsStillTrue(shown) ? shown : shown = Look();

    // Compared, not kept track of: whatever changes something need not say so.
    private bool IsStillTrue(PartitionObservation seen) => seen.State == Partition.State
        && (!Partition.Runs
            || (seen.MemoryBytes == MemoryBytes
                && seen.PagedPoolBytes == PagedPoolBytes
                && seen.NonpagedPoolBytes == NonpagedPoolBytes
                && seen.Processors == Active.InOrder()
                && seen.Bridges == StartedBridges()
                && seen.LatestHotOperation == LatestHotOperation
                && (Services is null
                    ? seen.Devices.IsEmpty && seen.Applications.IsEmpty
                    : Services.Registry.IsShownBy(seen.Devices)
                        && Services.Registry.IsShownBy(seen.Applications))));

    private PartitionObservation Look() => Partition.Runs
        ? new()
        {
            Id = Partition.Id,
            State = RunState.Running,
            ActiveProcessors = ActiveCount,
            MaximumProcessors = Maximum,
            ActiveMasks = Active.Masks(),
            Processors = Active.InOrder(),
            MemoryBytes = MemoryBytes,
            PagedPoolBytes = PagedPoolBytes,
            NonpagedPoolBytes = NonpagedPoolBytes,
            Bridges = StartedBridges(),
            LatestHotOperation = LatestHotOperation,
            Devices = ShownDevices(),
            Applications = ShownApplications(),
        }
        : new() { Id = Partition.Id, State = Partition.State };

    /// <summary>
    /// Whether it starts a bridge that the partition holds. Asked anew when bridges come or go, and after a boot.
    /// </summary>
    internal virtual bool StartsBridge(Unit bridge) => true;

    private ImmutableArray<UnitId> StartedBridges()
    {
        if (shownBridgesVersion != Partition.Bridges.Version)
        {
            shownBridges = StartBridges();
            shownBridgesVersion = Partition.Bridges.Version;
        }

        return shownBridges;
    }

    private ImmutableArray<UnitId> StartBridges()
    {
        var bridges = Partition.Bridges;
        var started = new UnitId[bridges.Count];
        var count = 0;
        var inOrder = true;
        for (var i = 0; i < started.Length; i++)
        {
            if (StartsBridge(bridges[i]))
            {
                inOrder &= count == 0 || started[count - 1].Value < bridges[i].Id.Value;
                started[count++] = bridges[i].Id;
            }
        }

        Array.Resize(ref started, count);
        if (!inOrder)
        {
            Array.Sort(started, static (left, right) => left.Value.CompareTo(right.Value));
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(started);
    }
}
