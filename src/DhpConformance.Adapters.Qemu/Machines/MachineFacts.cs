using DhpConformance.Abstractions;

namespace DhpConformance.Adapters.Qemu.Machines;

/// <summary>What a machine says of itself when it is asked.</summary>
/// <param name="Version">The version of QEMU, as it greets.</param>
/// <param name="MemoryGranularity">The smallest memory module that it takes, in bytes.</param>
internal sealed record MachineFacts(string Version, long MemoryGranularity)
{
    // Modules take address space of the host as soon as they are plugged in, and no memory until they are used.
    private const long MemoryBytes = 32L << 30;

    /// <summary>The setups that the machine can be reset to.</summary>
    public ServerLimits LimitsOf(MachineModel machine) => new()
    {
        Partitions = 8,
        Processors = machine.MostOfEachKind,
        MemoryModules = machine.MostOfEachKind,
        IoHostBridges = machine.BridgeDriver is null ? 0 : machine.MostOfEachKind,
        MemoryGranularity = Math.Max(MemoryGranularity, machine.MemoryBlock),
        MemoryBytes = MemoryBytes,
    };
}
