using DhpConformance.Abstractions;
using DhpConformance.Engine.KnownFailures;
using DhpConformance.Engine.Profiles;
using DhpConformance.Hosting;

namespace DhpConformance.LibvirtTests;

/// <summary>A small server to try things on, and what ships with the adapter.</summary>
internal static class Servers
{
    public const long Module = 256L << 20;

    public static readonly PartitionId P0 = new(0);
    public static readonly PartitionId P1 = new(1);

    /// <summary>Where the repository is.</summary>
    public static string Root { get; } = Find();

    public static readonly Profile Profile = ProfileFile.Parse(File.ReadAllText(PathOf("libvirt-pseries.json")));

    /// <summary>
    /// Two partitions with a processor and a module each (u0, u1, u4, u5), and spare ones (u2, u6). p0 takes up to 2
    /// processors and 2 modules, p1 up to 8.
    /// </summary>
    public static ServerSetup Small { get; } = new(
        Partitionability.Dynamic,
        [
            Unit(0, UnitKind.Processor, 1), Unit(1, UnitKind.Processor, 1), Unit(2, UnitKind.Processor, 1),
            Unit(4, UnitKind.MemoryModule, Module), Unit(5, UnitKind.MemoryModule, Module),
            Unit(6, UnitKind.MemoryModule, Module), Unit(7, UnitKind.MemoryModule, Module),
        ],
        [
            new(P0, Profile, 2, 2 * Module, [new(0), new(4)]),
            new(P1, Profile, 8, 8 * Module, [new(1), new(5)]),
        ]);

    public static ClaimsFile Claims { get; } = ClaimsFile.Read(PathOf("claims-pseries.json"));

    public static KnownFailureList Known { get; } =
        KnownFailureList.Parse(File.ReadAllText(PathOf("known-failures-pseries.json")));

    public static PartitionUnit Unit(int id, UnitKind kind, long capacity) =>
        new(new(id), kind, "any", capacity, $"SN{id}");

    private static string PathOf(string name) => Path.Combine(Root, "specs", "adapters", "libvirt", name);

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "DhpConformance.sln")))
        {
            folder = Path.GetDirectoryName(folder)
                ?? throw new DirectoryNotFoundException("DhpConformance.sln is not in any folder above the tests.");
        }

        return folder;
    }
}
