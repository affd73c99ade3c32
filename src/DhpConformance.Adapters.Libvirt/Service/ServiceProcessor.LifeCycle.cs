using DhpConformance.Abstractions;
using DhpConformance.Adapters.Libvirt.Domains;
using DhpConformance.Adapters.Libvirt.Virsh;
using static DhpConformance.Abstractions.RefusalReason;

namespace DhpConformance.Adapters.Libvirt.Service;

/// <content>Partitions that start and stop: domains that become active and inactive.</content>
internal sealed partial class ServiceProcessor
{
    private Outcome Start(StartPartition request) =>
        Find(request.Partition) is not { } partition ? Outcome.Refused(NotPresent)
        : !poweredOn ? Outcome.Refused(NotRunning)
        : partition.IsRunning ? Outcome.Refused(NotStopped)
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

    /// <summary>That QEMU is killed is the one error that can be caused.</summary>
    private Outcome Crash(InjectPartitionError request)
    {
        if (Find(request.Partition) is not { } partition)
        {
            return Outcome.Refused(NotPresent);
        }

        if (!partition.IsRunning)
        {
            return Outcome.Refused(NotRunning);
        }

        Destroy(partition, "destroy", partition.Domain);
        partition.State = RunState.Crashed;
        return Outcome.Completed;
    }

    private bool CanRun(PartitionRecord partition)
    {
        var processors = units.HeldBy(partition.Id, UnitKind.Processor).Sum(unit => unit.Capacity);
        var memory = units.HeldBy(partition.Id, UnitKind.MemoryModule).Sum(unit => unit.Capacity);
        return processors > 0 && processors <= partition.Maximum && memory > 0 && memory <= partition.Setup.MemoryLimit;
    }

    // What the domain starts with is what libvirt has kept, and not what the table of this program says.
    private Outcome Run(PartitionRecord partition)
    {
        var config = Show(partition, persistent: true);
        var server = CapacityOfServer;

        // libvirt rounds a size up, and would allow more than the limit.
        var limit = partition.Setup.MemoryLimit / DomainXml.BootMemory * DomainXml.BootMemory;
        partition.Capacity = server with
        {
            Processors = Math.Min(partition.Maximum, server.Processors),
            MemoryBytes = Math.Min(limit, server.MemoryBytes),
        };
        var processors = Renumber(partition, config);

        // pseries does not give up a module that was there at start before an operating system has released it, and
        // there is none. So the modules come once the domain is there, as in a hot add.
        virsh.Ask(
            ["define", "/dev/stdin"],
            DomainXml.WithoutModules(config.Xml, partition.Capacity, processors).ToString());
        var answer = virsh.Try(["start", "--paused", partition.Domain]);
        if (!answer.Succeeded)
        {
            throw DomainProblem.Explain(options, partition.Domain, answer);
        }

        partition.State = RunState.Running;
        foreach (var unit in config.Modules.Select(units.Find).OfType<PartitionUnit>())
        {
            if (Plug(partition, unit, "--live", "--config") is { } refusal)
            {
                throw new VirshException(
                    ServerFault.Reported,
                    $"refused {unit.Id}, which {partition.Id} was to start with ({Words.Of(refusal)})");
            }
        }

        return Outcome.Completed;
    }

    // A stopped partition may have had more processors, and so have higher numbers than there are places now.
    private static int[] Renumber(PartitionRecord partition, DomainView config)
    {
        if (config.Processors.All(number => number < DomainXml.BootProcessors + partition.Capacity.Processors))
        {
            return [.. config.Processors];
        }

        var ordered = config.Processors.Select(partition.UnitOf).ToArray();
        partition.Numbers.Clear();
        foreach (var unit in ordered)
        {
            partition.Numbers[unit] = partition.VacantNumber;
        }

        return [.. partition.Numbers.Values];
    }

    // A domain that is started anew, not a reset: after that, QEMU takes every unit to be in the hands of an operating
    // system.
    private Outcome EndAndRun(PartitionRecord partition)
    {
        End(partition);
        return Run(partition);
    }

    private Outcome End(PartitionRecord partition)
    {
        if (partition.IsRunning)
        {
            Destroy(partition, "destroy", "--graceful", partition.Domain);
        }

        partition.State = RunState.Stopped;
        return Outcome.Completed;
    }

    private void Destroy(PartitionRecord partition, params string[] command)
    {
        var answer = Checked(partition, virsh.Try(command));
        if (answer.Says("resource busy"))
        {
            // A busy machine: the process has not ended in the time that libvirt gives it, or nobody has reaped it yet.
            answer = virsh.Try(["destroy", partition.Domain]);
        }

        if (!answer.Succeeded && DomainDeath.IsActive(virsh, partition))
        {
            throw new VirshException(ServerFault.Reported, $"did not end (\"{answer.Reason}\")");
        }
    }
}
