using System.Collections.Immutable;
using System.Runtime.InteropServices;
using DhpConformance.Abstractions;

namespace DhpConformance.Reference;

/// <content>What the operating system shows of itself.</content>
internal partial class OperatingSystem
{
    /// <summary>Everything that can be seen inside the partition; nothing unless it runs.</summary>
    internal virtual PartitionObservation Observe() => Partition.Runs
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

    /// <summary>Whether it starts a bridge that the partition holds.</summary>
    internal virtual bool StartsBridge(Unit bridge) => true;

    private ImmutableArray<UnitId> StartedBridges()
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
