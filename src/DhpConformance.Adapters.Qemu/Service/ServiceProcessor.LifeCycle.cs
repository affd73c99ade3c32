using DhpConformance.Abstractions;
using DhpConformance.Adapters.Qemu.Partitions;
using static DhpConformance.Abstractions.RefusalReason;

namespace DhpConformance.Adapters.Qemu.Service;

/// <content>Partitions that start and stop: processes that begin and end.</content>
internal sealed partial class ServiceProcessor
{
    // Address space costs time at start, so there is no more than that a partition with every module of the server
    // never runs out of it by chance; a memory limit below that is what QEMU gets, and has to hold.
    private const int Spacious = 4;

    private Outcome Start(StartPartition request) =>
        Find(request.Partition) is not { } partition ? Outcome.Refused(NotPresent)
        : !poweredOn ? Outcome.Refused(NotRunning)
        : partition.Running is not null ? Outcome.Refused(NotStopped)
        : !CanRun(partition) ? Outcome.Refused(Insufficient)
        : Run(partition);

    private Outcome Stop(StopPartition request) =>
        Find(request.Partition) is not { } partition ? Outcome.Refused(NotPresent)
        : partition.State == RunState.Stopped ? Outcome.Refused(NotRunning)
        : End(partition);

    private Outcome Restart(RestartPartition request) =>
        Find(request.Partition) is not { } partition ? Outcome.Refused(NotPresent)
        : partition.State == RunState.Stopped ? Outcome.Refused(NotRunning)
        : !CanRun(partition) ? Outcome.Refused(Insufficient)
        : EndAndRun(partition);

    private Outcome PowerOn()
    {
        var wasOff = !poweredOn;
        poweredOn = true;
        return wasOff ? Outcome.Completed : Outcome.Refused(NotStopped);
    }

    private Outcome PowerOff()
    {
        if (!poweredOn)
        {
            return Outcome.Refused(NotRunning);
        }

        foreach (var partition in partitions)
        {
            End(partition);
        }

        poweredOn = false;
        return Outcome.Completed;
    }

    /// <summary>The end of a process is the one error that can be caused from outside.</summary>
    private Outcome Crash(InjectPartitionError request)
    {
        if (Find(request.Partition) is not { } partition)
        {
            return Outcome.Refused(NotPresent);
        }

        if (partition.Running is not { } running)
        {
            return Outcome.Refused(NotRunning);
        }

        FreeLeaving(partition);
        running.Dispose();
        partition.Running = null;
        partition.Crashed = true;
        return Outcome.Completed;
    }

    private bool CanRun(PartitionRecord partition)
    {
        var processors = units.HeldBy(partition.Id, UnitKind.Processor).Sum(unit => unit.Capacity);
        var memory = units.HeldBy(partition.Id, UnitKind.MemoryModule).Sum(unit => unit.Capacity);
        return processors > 0 && processors <= partition.Maximum && memory > 0 && memory <= partition.Setup.MemoryLimit;
    }

    private Outcome Run(PartitionRecord partition)
    {
        // QEMU treats a module that comes later as added, and does not notify an operating system of the first request
        // to remove a module that was added before the operating system started (finding Q7).
        PartitionUnit[] first = machine.HasGuest ? [.. units.HeldBy(partition.Id, UnitKind.MemoryModule)] : [];
        var running = RunningPartition.Start(partition.Id, machine, RoomFor(partition), options, first);
        partition.Running = running;
        partition.Crashed = false;
        try
        {
            PlugAll(running, units.HeldBy(partition.Id).Except(first));
        }
        catch (ServerFaultException)
        {
            running.Dispose();
            partition.Running = null;
            throw;
        }

        running.Boot();
        return Outcome.Completed;
    }

    private static void PlugAll(RunningPartition running, IEnumerable<PartitionUnit> first)
    {
        foreach (var unit in first)
        {
            if (running.Plug(unit) is { } refusal)
            {
                throw new ServerFaultException(
                    ServerFault.Reported,
                    $"QEMU refused {unit.Id}, which {running.Id} was to start with ({Words.Of(refusal)}); "
                        + "the evidence has its words.",
                    evidence: running.Evidence);
            }
        }
    }

    private PartitionCapacity RoomFor(PartitionRecord partition)
    {
        var processors = units.Of(UnitKind.Processor).Count();
        var memory = units.Of(UnitKind.MemoryModule).Sum(unit => unit.Capacity);
        return new(
            Math.Min(partition.Maximum, processors),
            units.Of(UnitKind.MemoryModule).Count(),
            Math.Min(partition.Setup.MemoryLimit, Spacious * memory));
    }

    // A new process, not a system_reset: after that, QEMU takes every unit to be in the hands of an operating system.
    private Outcome EndAndRun(PartitionRecord partition)
    {
        End(partition);
        return Run(partition);
    }

    private Outcome End(PartitionRecord partition)
    {
        FreeLeaving(partition);
        partition.Running?.Stop();
        partition.Running = null;
        partition.Crashed = false;
        return Outcome.Completed;
    }
}
