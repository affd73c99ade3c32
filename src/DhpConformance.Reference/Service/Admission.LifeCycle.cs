using DhpConformance.Abstractions;
using static DhpConformance.Abstractions.RefusalReason;

namespace DhpConformance.Reference;

/// <content>Life cycle: partitions that start and stop, and the power of the server.</content>
internal partial class Admission
{
    internal virtual RefusalReason? WhyNot(StartPartition request)
    {
        if (IsOut(request))
        {
            return Unavailable;
        }

        return Machine.Find(request.Partition) is not { } partition ? NotPresent
            : !IsPowered(request) ? NotRunning
            : RunsAlready(partition) ? NotStopped
            : CanBoot(partition) ? null : Insufficient;
    }

    internal virtual RefusalReason? WhyNot(StopPartition request)
    {
        if (IsOut(request))
        {
            return Unavailable;
        }

        return Machine.Find(request.Partition) is not { } partition ? NotPresent
            : IsUp(partition, request) ? null : NotRunning;
    }

    internal virtual RefusalReason? WhyNot(RestartPartition request)
    {
        if (IsOut(request))
        {
            return Unavailable;
        }

        return Machine.Find(request.Partition) is not { } partition ? NotPresent
            : !IsUp(partition, request) ? NotRunning
            : CanBoot(partition) ? null : Insufficient;
    }

    internal virtual RefusalReason? WhyNot(PowerOnServer request) =>
        IsOut(request) ? Unavailable
        : IsPowered(request) ? NotStopped : null;

    internal virtual RefusalReason? WhyNot(PowerOffServer request) =>
        IsOut(request) ? Unavailable
        : IsPowered(request) ? null : NotRunning;

    /// <summary>Whether the server is powered on.</summary>
    internal virtual bool IsPowered(Operation request) => Machine.PoweredOn;

    /// <summary>Whether a partition that is to be started runs already.</summary>
    internal virtual bool RunsAlready(Partition partition) => partition.Runs;

    /// <summary>Whether there is something to stop or restart: a crashed partition counts.</summary>
    internal virtual bool IsUp(Partition partition, Operation request) => partition.State != RunState.Stopped;

    private bool CanBoot(Partition partition) =>
        HasProcessor(partition) && HasMemory(partition) && FitsProcessors(partition) && FitsMemory(partition);

    internal virtual bool HasProcessor(Partition partition) => partition.Processors.Count > 0;

    internal virtual bool HasMemory(Partition partition) => partition.MemoryModules.Count > 0;

    internal virtual bool FitsProcessors(Partition partition) =>
        partition.Processors.Capacity <= partition.System.Maximum;

    internal virtual bool FitsMemory(Partition partition) => partition.MemoryModules.Capacity <= partition.MemoryLimit;
}
