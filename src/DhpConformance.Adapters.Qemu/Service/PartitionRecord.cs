using DhpConformance.Abstractions;
using DhpConformance.Adapters.Qemu.Partitions;

namespace DhpConformance.Adapters.Qemu.Service;

/// <summary>What the service processor knows of a partition.</summary>
internal sealed class PartitionRecord(PartitionSetup setup)
{
    public PartitionSetup Setup { get; } = setup;

    public PartitionId Id => Setup.Id;

    /// <summary>The lower of the two limits, which is the maximum of a partition.</summary>
    public int Maximum => Math.Min(Setup.ProcessorLimit, Setup.Profile.ProcessorLimit);

    /// <summary>Its QEMU; null unless it runs.</summary>
    public RunningPartition? Running { get; set; }

    /// <summary>Whether an injected error has ended it.</summary>
    public bool Crashed { get; set; }

    public RunState State => Running is not null ? RunState.Running : Crashed ? RunState.Crashed : RunState.Stopped;
}
