using System.Globalization;
using DhpConformance.Adapters.Qemu.Machines;

namespace DhpConformance.Adapters.Qemu.Partitions;

/// <summary>
/// The arguments of a partition. It begins with a boot processor and 256 MiB that no unit stands for, since QEMU
/// cannot be without either or take either away; every unit is plugged in on top.
/// </summary>
internal static class CommandLine
{
    private const long Boot = 256L << 20;

    public static string[] Of(MachineModel machine, PartitionRoom room, QemuOptions options)
    {
        var slots = (room.Processors + options.SpareSlots + 1).ToString(CultureInfo.InvariantCulture);
        var (first, all) = (Bytes(Boot), Bytes(Boot + room.MemoryBytes));
        return
        [
            "-nodefaults", "-no-user-config", "-display", "none", "-S", "-accel", options.Accelerator,
            "-machine", machine.Name + machine.Properties,
            "-smp", $"1,maxcpus={slots},sockets={slots},cores=1,threads=1",
            "-m", string.Create(CultureInfo.InvariantCulture, $"size={first},slots={room.MemoryModules},maxmem={all}"),
        ];
    }

    /// <summary>The arguments that let it connect to a socket.</summary>
    public static string[] Monitor(string address) =>
        ["-chardev", $"socket,id=qmp,path={address}", "-mon", "chardev=qmp,mode=control"];

    // M is the unit of a size without one.
    private static string Bytes(long size) => (size >> 20).ToString(CultureInfo.InvariantCulture) + "M";
}
