using System.Collections.Immutable;
using System.Runtime.InteropServices;
using DhpConformance.Abstractions;

namespace DhpConformance.Engine.Generation;

/// <summary>
/// Draws servers. Small ones have one to three partitions, a dozen units, most of them identical to another so that
/// spares exist, and limits that are often tight enough to be reached; <see cref="LargeSetupGenerator"/> draws the
/// others.
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
    private readonly LargeSetupGenerator large;

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
        module = ModuleOf(limits);
        large = new(profile, this.neighbours, description, module);
    }

    /// <summary>The size of an ordinary module, in bytes: 1 GiB, or what a server with these limits takes.</summary>
    public static long ModuleOf(ServerLimits limits)
    {
        // Four such modules, the most that one partition begins with, two of them twice as large.
        var most = Math.Min(GiB, (limits.MemoryBytes ?? long.MaxValue) / 12);
        return Math.Max(1, most / limits.MemoryGranularity) * limits.MemoryGranularity;
    }

    /// <param name="code">What everything is drawn from.</param>
    /// <param name="withConsumers">Whether consumers are notified of what is added: there is more to add, and room for
    /// it.</param>
    /// <param name="shape">What the server is large in.</param>
    /// <param name="place">Which case of its shape, from 0.</param>
    public ServerSetup Generate(int code, bool withConsumers, CaseShape shape = CaseShape.Small, int place = 0)
    {
        var random = new RandomSource((uint)code);
        var setup = shape == CaseShape.Small
            ? Small(withConsumers, ref random)
            : large.Generate(shape, place, ref random);
        return TraitFit.Of(setup, claims.Traits, limits);
    }

    private ServerSetup Small(bool withConsumers, ref RandomSource random)
    {
        var partitionCount = Math.Min(limits.Partitions, random.Of([1, 2, 2, 2, 3, 3]));
        var processors = Math.Min(limits.Processors, partitionCount + random.Below(4) + (withConsumers ? 3 : 0));
        var modules = Math.Min(limits.MemoryModules, partitionCount + random.Below(4) + (withConsumers ? 1 : 0));
        var bridges = Math.Min(limits.IoHostBridges, random.Below(4));
        var isStatic = claims.Has(Claim.StaticServers) && random.Chance(12);

        var units = new PartitionUnit[processors + modules + bridges];
        var owners = new int[units.Length];
        for (var i = 0; i < units.Length; i++)
        {
            units[i] = i < processors ? Processor(i, ref random)
                : i < processors + modules ? MemoryModule(i, ref random)
                : new PartitionUnit(new(i), UnitKind.IoHostBridge, "bridge", 0, SerialNumbers[i]);
            var place = i < processors ? i : i - processors;

            // One processor and one module each, so that most partitions can start; most of the rest is spare.
            owners[i] = place < partitionCount && i < processors + modules && !random.Chance(6) ? place
                : random.Chance(withConsumers ? 88 : 75) ? -1
                : random.Below(partitionCount);
        }

        var partitions = new PartitionSetup[partitionCount];
        var mixed = neighbours.Length > 0 && partitionCount > 1 && random.Chance(12);
        for (var p = 0; p < partitionCount; p++)
        {
            partitions[p] = new PartitionSetup(
                new(p),
                mixed && random.Chance(50) ? neighbours[random.Below(neighbours.Length)] : profile,
                withConsumers ? random.Of([4, 6, 64, 512]) : random.Of([2, 3, 4, 6, 64, 512]),
                module * (withConsumers ? random.Of([4, 6, 64, 512]) : random.Of([2, 3, 4, 6, 64, 512])),
                UnitsOf(p, owners));
        }

        // A case without the system that is judged would say nothing about it, and its replay file could not be read.
        if (mixed && !partitions.Any(partition => partition.Profile == profile && !partition.Units.IsEmpty))
        {
            var place = Math.Max(0, Array.FindIndex(partitions, partition => !partition.Units.IsEmpty));
            partitions[place] = partitions[place] with { Profile = profile };
        }

        return new ServerSetup(
            isStatic ? Partitionability.Static : Partitionability.Dynamic,
            ImmutableCollectionsMarshal.AsImmutableArray(units),
            ImmutableCollectionsMarshal.AsImmutableArray(partitions));
    }

    private PartitionUnit Processor(int id, ref RandomSource random) => new(
        new(id),
        UnitKind.Processor,
        random.Chance(80) ? "cpu-a" : "cpu-b",
        claims.Has(Claim.SeveralLogicalProcessors) && random.Chance(35) ? 2 : 1,
        SerialNumbers[id]);

    private PartitionUnit MemoryModule(int id, ref RandomSource random) => new(
        new(id),
        UnitKind.MemoryModule,
        random.Chance(80) ? "dimm-a" : "dimm-b",
        random.Chance(25) ? 2 * module : module,
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
