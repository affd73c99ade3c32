using DhpConformance.Abstractions;

namespace DhpConformance.Adapters.Qemu.Machines;

/// <summary>What a machine says of itself when it is asked.</summary>
/// <param name="Version">The version of QEMU, as it greets.</param>
/// <param name="MemoryGranularity">The smallest memory module that it takes, in bytes.</param>
internal sealed record MachineFacts(string Version, long MemoryGranularity)
{
    // Of each kind, so that one partition can hold them all. pseries has 32 slots for memory and 31 bridges.
    private const int MostOfEachKind = 16;

    /// <summary>The setups that the machine can be reset to.</summary>
    public ServerLimits LimitsOf(MachineModel machine) => new()
    {
        Partitions = 8,
        Processors = MostOfEachKind,
        MemoryModules = MostOfEachKind,
        IoHostBridges = machine.BridgeDriver is null ? 0 : MostOfEachKind,
        MemoryGranularity = MemoryGranularity,
    };
}
