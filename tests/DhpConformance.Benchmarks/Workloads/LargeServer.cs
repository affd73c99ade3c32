using DhpConformance.Abstractions;
using DhpConformance.Model.Profiles;

namespace DhpConformance.Benchmarks.Workloads;

/// <summary>Servers that differ in the number of units only: four partitions, half of the units spare.</summary>
internal static class LargeServer
{
    private const int Partitions = 4;
    private const long GiB = 1L << 30;

    public static ServerSetup Of(int units)
    {
        var held = Enumerable.Range(0, units).ToLookup(Owner, unit => new UnitId(unit));
        return new(
            Partitionability.Dynamic,
            [.. Enumerable.Range(0, units).Select(Unit)],
            [
                .. Enumerable.Range(0, Partitions).Select(partition => new PartitionSetup(
                    new(partition), ProfileCatalog.Find("windows-server-2008-x64")!, 256, 4096 * GiB,
                    [.. held[partition]])),
            ]);
    }

    // Three processors, three modules and two bridges in every eight units.
    private static PartitionUnit Unit(int id) => (id % 8) switch
    {
        0 or 1 or 2 => new(new(id), UnitKind.Processor, "cpu-a", 1, $"SN{id}"),
        3 or 4 or 5 => new(new(id), UnitKind.MemoryModule, "dimm-a", GiB, $"SN{id}"),
        _ => new(new(id), UnitKind.IoHostBridge, "bridge", 0, $"SN{id}"),
    };

    // Neighbouring groups of eight units, and so all kinds, belong to different partitions; every other one is spare.
    private static int Owner(int unit) => unit / 8 % 2 == 0 ? unit / 16 % Partitions : -1;
}
