using DhpConformance.Abstractions;

namespace DhpConformance.Adapters.Qemu.Machines;

/// <summary>What a machine says of itself when it is asked.</summary>
/// <param name="Version">The version of QEMU, as it greets.</param>
/// <param name="MemoryGranularity">The smallest memory module that it takes, in bytes.</param>
internal sealed record MachineFacts(string Version, long MemoryGranularity)
{
    /// <summary>The setups that the machine can be reset to.</summary>
    public ServerLimits LimitsOf(MachineModel machine) => new()
    {
        Partitions = 8,
        Processors = machine.MostOfEachKind,
        MemoryModules = machine.MostOfEachKind,
        IoHostBridges = machine.BridgeDriver is null ? 0 : machine.MostOfEachKind,
        MemoryGranularity = Math.Max(MemoryGranularity, machine.MemoryBlock),
    };
}
