using DhpConformance.Abstractions;
using DhpConformance.Adapters.Qemu.Machines;
using DhpConformance.Adapters.Qemu.Monitor;
using DhpConformance.Adapters.Qemu.Processes;

namespace DhpConformance.Adapters.Qemu.Partitions;

/// <summary>Starts a machine once and queries its properties.</summary>
internal static class MachineProbe
{
    private const long Smallest = 1L << 24;
    private const long Largest = 1L << 32;

    // Older versions answer differently, and the adapter was not tested with them.
    private const int OldestMajor = 7;

    public static MachineFacts Ask(MachineModel machine, QemuOptions options)
    {
        var program = ProgramPath.NameOf(machine, options);
        var room = new PartitionCapacity(Processors: 16, MemoryModules: 16, MemoryBytes: 16 * Largest);
        using var partition = RunningPartition.Start(new PartitionId(0), machine, room, options);
        if (partition.Version.Major < OldestMajor)
        {
            throw new ServerFaultException(
                ServerFault.CouldNotStart,
                $"{program} is version {partition.Version.Text}, which is too old; install {OldestMajor}.0 or "
                    + "later, or name another program with --qemu-binary.",
                effectUnknown: false);
        }

        return new(partition.Version.Text, Granularity(program, partition));
    }

    private static long Granularity(string program, RunningPartition partition)
    {
        try
        {
            for (var size = Smallest; size <= Largest; size *= 2)
            {
                if (partition.Plug(new PartitionUnit(new(0), UnitKind.MemoryModule, "", size, "")) is null)
                {
                    return size;
                }
            }
        }
        catch (MonitorException problem)
        {
            throw new ServerFaultException(
                ServerFault.CouldNotStart,
                $"{program} {problem.Message} while it was asked for the smallest memory module; name another "
                    + "program with --qemu-binary.",
                effectUnknown: false,
                evidence: partition.Evidence,
                innerException: problem);
        }

        throw new ServerFaultException(
            ServerFault.CouldNotStart,
            $"{program} takes no memory module of {Smallest} to {Largest} bytes; name another program with "
                + "--qemu-binary.",
            effectUnknown: false);
    }
}
