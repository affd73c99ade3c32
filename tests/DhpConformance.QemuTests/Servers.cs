using DhpConformance.Abstractions;
using DhpConformance.Engine.Profiles;

namespace DhpConformance.QemuTests;

/// <summary>Small servers to try things on, and the profiles that ship with the adapter.</summary>
internal static class Servers
{
    public const long Module = 1L << 30;

    public static readonly PartitionId P0 = new(0);
    public static readonly PartitionId P1 = new(1);

    public static readonly Profile Pseries = ProfileNamed("qemu-pseries");
    public static readonly Profile Q35 = ProfileNamed("qemu-q35");
    public static readonly Profile Q35Guest = ProfileNamed("qemu-q35-guest");

    /// <summary>
    /// Two partitions with a processor and a module each (u0, u1, u4, u5), and a spare processor, module and bridge
    /// (u2, u6, u8).
    /// </summary>
    public static ServerSetup Small(Profile profile) => new(
        Partitionability.Dynamic,
        [
            Unit(0, UnitKind.Processor, 1), Unit(1, UnitKind.Processor, 1), Unit(2, UnitKind.Processor, 1),
            Unit(4, UnitKind.MemoryModule, Module), Unit(5, UnitKind.MemoryModule, Module),
            Unit(6, UnitKind.MemoryModule, Module), Unit(8, UnitKind.IoHostBridge, 0),
        ],
        [
            new(P0, profile, 8, 8 * Module, [new(0), new(4)]),
            new(P1, profile, 8, 8 * Module, [new(1), new(5)]),
        ]);

    /// <summary>The small server with one more spare bridge (u9).</summary>
    public static ServerSetup WithTwoBridges()
    {
        var small = Small(Pseries);
        return small with { Units = small.Units.Add(Unit(9, UnitKind.IoHostBridge, 0)) };
    }

    /// <summary>
    /// One partition with a limit of three modules' size and two modules (u4, u5); a spare one (u6) is twice as large.
    /// </summary>
    public static ServerSetup Gapped() => new(
        Partitionability.Dynamic,
        [
            Unit(0, UnitKind.Processor, 1), Unit(4, UnitKind.MemoryModule, Module),
            Unit(5, UnitKind.MemoryModule, Module), Unit(6, UnitKind.MemoryModule, 2 * Module),
        ],
        [new(P0, Pseries, 8, 3 * Module, [new(0), new(4), new(5)])]);

    private static PartitionUnit Unit(int id, UnitKind kind, long capacity) =>
        new(new(id), kind, "any", capacity, $"SN{id}");

    private static Profile ProfileNamed(string name) =>
        ProfileFile.Parse(File.ReadAllText(AdapterFiles.PathOf(name + ".json")));
}
