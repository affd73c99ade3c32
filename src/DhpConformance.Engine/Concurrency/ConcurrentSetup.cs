using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Generation;

namespace DhpConformance.Engine.Concurrency;

/// <summary>
/// Draws servers on which clients get into each other's way: two or three partitions that can start, spares for them,
/// and limits that leave room for one unit more, or for many.
/// </summary>
internal static class ConcurrentSetup
{
    private const long GiB = 1L << 30;
    private const int Spares = 3;

    /// <summary>Draws a server.</summary>
    /// <param name="profile">What runs in its partitions.</param>
    /// <param name="limits">What the implementation can be reset to.</param>
    /// <param name="random">What it is drawn from.</param>
    public static ServerSetup Draw(Profile profile, ServerLimits limits, ref RandomSource random)
    {
        var module = Math.Max(1, GiB / limits.MemoryGranularity) * limits.MemoryGranularity;
        var partitions = Math.Min(limits.Partitions, 2 + random.Below(2));
        var processors = Math.Min(limits.Processors, partitions + Spares);
        var modules = Math.Min(limits.MemoryModules, partitions + Spares);
        var bridges = Math.Min(limits.IoHostBridges, 2);
        var units = ImmutableArray.CreateBuilder<PartitionUnit>();
        for (var i = 0; i < processors + modules + bridges; i++)
        {
            units.Add(i < processors ? new(new(i), UnitKind.Processor, "cpu-a", 1, $"SN{i:D4}")
                : i < processors + modules ? new(new(i), UnitKind.MemoryModule, "dimm-a", module, $"SN{i:D4}")
                : new(new(i), UnitKind.IoHostBridge, "bridge", 0, $"SN{i:D4}"));
        }

        var setups = ImmutableArray.CreateBuilder<PartitionSetup>();
        for (var p = 0; p < partitions; p++)
        {
            ImmutableArray<UnitId> held = p < processors && p < modules ? [new(p), new(processors + p)] : [];
            setups.Add(new(new(p), profile, random.Of([2, 2, 3, 64]), module * random.Of([2, 2, 3, 64]), held));
        }

        return new(Partitionability.Dynamic, units.ToImmutable(), setups.ToImmutable());
    }
}
