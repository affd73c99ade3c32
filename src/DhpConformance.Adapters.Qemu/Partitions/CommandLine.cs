using System.Globalization;
using DhpConformance.Abstractions;
using DhpConformance.Adapters.Qemu.Guests;
using DhpConformance.Adapters.Qemu.Machines;

namespace DhpConformance.Adapters.Qemu.Partitions;

/// <summary>
/// The arguments of a partition. It begins with a boot processor and boot memory that no unit stands for, since QEMU
/// cannot be without either or take either away; every unit is plugged in on top.
/// </summary>
internal static class CommandLine
{
    public static string[] Of(
        MachineModel machine, PartitionCapacity room, QemuOptions options, IEnumerable<PartitionUnit> modules)
    {
        var slots = (room.Processors + options.SpareSlots + 1).ToString(CultureInfo.InvariantCulture);
        var (first, all) = (Bytes(machine.BootMemory), Bytes(machine.BootMemory + room.MemoryBytes));
        return
        [
            "-nodefaults", "-no-user-config", "-display", "none", "-S", "-accel", options.Accelerator,
            "-machine", machine.Name + machine.Properties,
            "-smp", $"1,maxcpus={slots},sockets={slots},cores=1,threads=1",
            "-m", string.Create(CultureInfo.InvariantCulture, $"size={first},slots={room.MemoryModules},maxmem={all}"),
            .. modules.SelectMany(module => (string[])
            [
                "-object", $"memory-backend-ram,id=m{module.Id},size={Bytes(module.Capacity)},reserve=off",
                "-device", $"pc-dimm,id={module.Id},memdev=m{module.Id}",
            ]),
            .. options.Guest is { } folder ? GuestFiles.Arguments(folder) : [],
        ];
    }

    /// <summary>
    /// The arguments that connect QEMU to a socket: the monitor first, then the serial line of a guest.
    /// </summary>
    public static string[] Connections(MachineModel machine, string address) =>
    [
        "-chardev", $"socket,id=qmp,path={address}", "-mon", "chardev=qmp,mode=control",
        .. machine.HasGuest
            ? (string[])["-chardev", $"socket,id=agent,path={address}", "-serial", "chardev:agent"]
            : [],
    ];

    // A size without a unit is in MiB.
    private static string Bytes(long size) => (size >> 20).ToString(CultureInfo.InvariantCulture) + "M";
}
