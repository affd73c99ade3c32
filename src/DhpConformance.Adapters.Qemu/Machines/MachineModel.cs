using System.Collections.Immutable;
using DhpConformance.Abstractions;

namespace DhpConformance.Adapters.Qemu.Machines;

/// <summary>What has to be known of a machine because QEMU cannot be asked for it.</summary>
internal sealed record MachineModel
{
    /// <summary>As QEMU calls it.</summary>
    public required string Name { get; init; }

    /// <summary>As reports call it.</summary>
    public required string Title { get; init; }

    /// <summary>The program that emulates it.</summary>
    public required string Program { get; init; }

    /// <summary>The package of Debian that has the program.</summary>
    public required string Package { get; init; }

    /// <summary>Its options on the command line, after the name.</summary>
    public required string Properties { get; init; }

    /// <summary>The claims for this machine.</summary>
    public required Claims Claims { get; init; }

    /// <summary>
    /// Kinds of units that the adapter asks QEMU to remove, even where QEMU refuses. Memory modules of q35 without an
    /// operating system are not among them: QEMU accepts the request and waits for an operating system forever.
    /// </summary>
    public required ImmutableArray<UnitKind> AskedToRemove { get; init; }

    /// <summary>The device that is an I/O host bridge; null if none can be plugged.</summary>
    public string? BridgeDriver { get; init; }

    /// <summary>The member that numbers the slots of processors.</summary>
    public required string SlotNumber { get; init; }

    /// <summary>What it has before any unit is plugged in, in bytes; no unit stands for it.</summary>
    public long BootMemory { get; init; } = 256L << 20;

    /// <summary>
    /// The smallest memory module that an operating system can use, in bytes, whatever QEMU says; 1 if none boots.
    /// </summary>
    public long MemoryBlock { get; init; } = 1;

    /// <summary>
    /// Most units of a kind, so that one partition can hold them all. pseries has 32 slots for memory and 31 bridges.
    /// </summary>
    public int MostOfEachKind { get; init; } = 16;

    /// <summary>Whether an operating system boots in it, and lets units go.</summary>
    public bool HasGuest { get; init; }

    /// <summary>This machine as data.</summary>
    public static MachineModel Of(QemuMachine machine) => machine == QemuMachine.Pseries ? Pseries : Q35;

    /// <summary>The machine that these options ask for.</summary>
    public static MachineModel Of(QemuOptions options) =>
        options.Guest is null ? Of(options.Machine) : Q35WithGuest;

    private static MachineModel Pseries { get; } = new()
    {
        Name = "pseries",
        Title = "pseries",
        Program = "qemu-system-ppc64",
        Package = "qemu-system-ppc",

        // TCG cannot offer the defaults of these, and warns on each start.
        Properties = ",cap-cfpc=broken,cap-sbbc=broken,cap-ibs=broken,cap-ccf-assist=off",
        Claims = Claims.Of(
            Claim.HotAddProcessor,
            Claim.HotAddMemoryModule,
            Claim.HotAddIoHostBridge,
            Claim.HotRemove,
            Claim.ProcessorNumbers,
            Claim.AcceptedOperations,
            Claim.PartitionErrors),
        AskedToRemove = [UnitKind.Processor, UnitKind.MemoryModule, UnitKind.IoHostBridge],
        BridgeDriver = "spapr-pci-host-bridge",
        SlotNumber = "core-id",
    };

    private static MachineModel Q35 { get; } = new()
    {
        Name = "q35",
        Title = "q35",
        Program = "qemu-system-x86_64",
        Package = "qemu-system-x86",
        Properties = "",
        Claims = Claims.Of(
            Claim.HotAddProcessor,
            Claim.HotAddMemoryModule,
            Claim.ProcessorNumbers,
            Claim.PartitionErrors),
        AskedToRemove = [UnitKind.Processor],
        SlotNumber = "socket-id",
    };

    // The operating system also releases processors, which makes QEMU crash and hides every other finding.
    private static MachineModel Q35WithGuest { get; } = Q35 with
    {
        Title = "q35-guest",
        Claims = Q35.Claims.With(Claim.HotRemove),
        AskedToRemove = [UnitKind.MemoryModule],
        BootMemory = 512L << 20,
        MemoryBlock = 128L << 20,
        MostOfEachKind = 6,
        HasGuest = true,
    };
}
