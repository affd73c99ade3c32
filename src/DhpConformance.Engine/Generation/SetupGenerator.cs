using System.Collections.Immutable;
using System.Runtime.InteropServices;
using DhpConformance.Abstractions;

namespace DhpConformance.Engine.Generation;

/// <summary>
/// Draws servers: one to three partitions, a dozen units, most of them identical to another so that spares exist, and
/// limits that are often tight enough to be reached.
/// </summary>
internal sealed class SetupGenerator
{
    private const long GiB = 1L << 30;

    private static readonly string[] SerialNumbers = [.. Enumerable.Range(0, 4096).Select(n => $"SN{n:D4}")];

    private readonly Profile profile;
    private readonly ImmutableArray<Profile> neighbours;
    private readonly Claims claims;
    private readonly ServerLimits limits;
    private readonly long module;

    /// <param name="profile">The operating system that is judged.</param>
    /// <param name="neighbours">Others that may run beside it.</param>
    /// <param name="description">What the implementation claims, and which setups it takes.</param>
    public SetupGenerator(
        Profile profile, ImmutableArray<Profile> neighbours, ImplementationDescription description)
    {
        this.profile = profile;
        this.neighbours = description.Claims.Has(Claim.MixedProfiles) ? neighbours : [];
        claims = description.Claims;
        limits = description.Limits;
        module = Math.Max(1, GiB / limits.MemoryGranularity) * limits.MemoryGranularity;
    }

    /// <param name="code">What everything is drawn from.</param>
    /// <param name="crowded">Whether consumers are told of what is added: there is more to add, and room for
    /// it.</param>
    public ServerSetup Generate(int code, bool crowded)
    {
        var draw = new Draw((uint)code);
        var partitionCount = Math.Min(limits.Partitions, draw.Of([1, 2, 2, 2, 3, 3]));
        var processors = Math.Min(limits.Processors, partitionCount + draw.Below(4) + (crowded ? 3 : 0));
        var modules = Math.Min(limits.MemoryModules, partitionCount + draw.Below(4) + (crowded ? 1 : 0));
        var bridges = Math.Min(limits.IoHostBridges, draw.Below(4));
        var isStatic = claims.Has(Claim.StaticServers) && draw.Chance(12);

        var units = new PartitionUnit[processors + modules + bridges];
        var owners = new int[units.Length];
        for (var i = 0; i < units.Length; i++)
        {
            units[i] = i < processors ? Processor(i, ref draw)
                : i < processors + modules ? MemoryModule(i, ref draw)
                : new PartitionUnit(new(i), UnitKind.IoHostBridge, "bridge", 0, SerialNumbers[i]);
            var place = i < processors ? i : i - processors;

            // One processor and one module each, so that most partitions can start; half of the rest is spare.
            owners[i] = place < partitionCount && i < processors + modules && !draw.Chance(6) ? place
                : draw.Chance(crowded ? 85 : 50) ? -1
                : draw.Below(partitionCount);
        }

        var partitions = new PartitionSetup[partitionCount];
        var mixed = neighbours.Length > 0 && partitionCount > 1 && draw.Chance(12);
        for (var p = 0; p < partitionCount; p++)
        {
            partitions[p] = new PartitionSetup(
                new(p),
                mixed && draw.Chance(50) ? neighbours[draw.Below(neighbours.Length)] : profile,
                crowded ? draw.Of([4, 6, 64, 512]) : draw.Of([2, 3, 4, 6, 64, 512]),
                module * (crowded ? draw.Of([4, 6, 64, 512]) : draw.Of([2, 3, 4, 6, 64, 512])),
                UnitsOf(p, owners));
        }

        return new ServerSetup(
            isStatic ? Partitionability.Static : Partitionability.Dynamic,
            ImmutableCollectionsMarshal.AsImmutableArray(units),
            ImmutableCollectionsMarshal.AsImmutableArray(partitions));
    }

    private PartitionUnit Processor(int id, ref Draw draw) => new(
        new(id),
        UnitKind.Processor,
        draw.Chance(80) ? "cpu-a" : "cpu-b",
        claims.Has(Claim.SeveralLogicalProcessors) && draw.Chance(25) ? 2 : 1,
        SerialNumbers[id]);

    private PartitionUnit MemoryModule(int id, ref Draw draw) => new(
        new(id),
        UnitKind.MemoryModule,
        draw.Chance(80) ? "dimm-a" : "dimm-b",
        draw.Chance(25) ? 2 * module : module,
        SerialNumbers[id]);

    private static ImmutableArray<UnitId> UnitsOf(int partition, int[] owners)
    {
        var count = owners.AsSpan().Count(partition);
        var units = new UnitId[count];
        var next = 0;
        for (var i = 0; i < owners.Length; i++)
        {
            if (owners[i] == partition)
            {
                units[next++] = new(i);
            }
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(units);
    }
}
