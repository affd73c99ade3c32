using System.Collections.Immutable;
using DhpConformance.Abstractions;

namespace DhpConformance.Engine.Generation;

/// <summary>
/// Draws servers that are large in one thing: partitions, bridges, processors, memory, or the number of operations that
/// they are used for. A fault that shows from a size on is found only in a server of that size.
/// </summary>
/// <param name="profile">The operating system of all partitions, but for neighbours.</param>
/// <param name="neighbours">Others that may run beside it.</param>
/// <param name="description">What the implementation claims, and what it can be reset to.</param>
/// <param name="module">The size of an ordinary module, in bytes.</param>
internal sealed class LargeSetupGenerator(
    Profile profile, ImmutableArray<Profile> neighbours, ImplementationDescription description, long module)
{
    private const int NoProcessorLimit = 4096;
    private const long MiB = 1L << 20;
    private const long GiB = 1L << 30;
    private const long TiB = 1L << 40;
    private const long NoMemoryLimit = 1024 * TiB;

    // Each differs from cpu-a in its case alone, in white space around it, in one character, or in its length.
    private static readonly string[] NearTypes =
        ["cpu-A", "CPU-A", " cpu-a", "cpu-a ", "cpu-b", "cpu-aa", "cpu", "gpu-a"];

    private readonly ServerLimits limits = description.Limits;
    private readonly Claims claims = description.Claims;

    /// <summary>The size of the largest module that servers of this implementation have, in bytes.</summary>
    public static long LargestModule(ImplementationDescription description) =>
        Cut((16 * TiB) + description.Limits.MemoryGranularity, description);

    /// <summary>A server of a shape that is not small.</summary>
    /// <param name="shape">What it is large in.</param>
    /// <param name="place">Which case of its shape, from 0.</param>
    /// <param name="random">What everything is drawn from.</param>
    public ServerSetup Generate(CaseShape shape, int place, ref RandomSource random)
    {
        var draft = new ServerDraft(limits);
        switch (shape)
        {
            case CaseShape.Bridges:
                Bridges(draft, ref random);
                break;
            case CaseShape.Partitions:
                Partitions(draft, ref random);
                break;
            case CaseShape.Processors:
                Processors(draft, ref random);
                break;
            case CaseShape.ProcessorLimit:
                ProcessorLimit(draft, ref random);
                break;
            case CaseShape.Units:
                Units(draft, ref random);
                break;
            case CaseShape.Neighbours:
                Neighbours(draft, ref random);
                break;
            case CaseShape.ManyStarts:
                ManyStarts(draft, ref random);
                break;
            case CaseShape.ManyConsumers:
                ManyConsumers(draft, ref random);
                break;
            case CaseShape.Repetitions:
                Repetitions(draft, RepetitionPlan.Of(place, profile, claims), ref random);
                break;
            case CaseShape.Memory:
                Memory(draft, ref random);
                break;
            case CaseShape.ManyReplaces:
                ManyReplaces(draft, ref random);
                break;
            case CaseShape.Churn:
                Churn(draft, ref random);
                break;
            case CaseShape.Burst:
                Burst(draft, ref random);
                break;
            case CaseShape.ManyAdds:
                ManyAdds(draft, ref random);
                break;
            default:
                Documents(draft, ref random);
                break;
        }

        return draft.Build(profile, ref random);
    }

    // Four processors, four modules and four bridges: two partitions have one of each, one has two. Source: the drawing
    // of the architecture. A spare of each kind makes hot operations possible before anything is released.
    private void Documents(ServerDraft draft, ref RandomSource random)
    {
        draft.AddPartitions(3, 64, 64 * module);
        for (var partition = 0; partition < 3; partition++)
        {
            AddEach(draft, partition == 2 ? 2 : 1, partition);
        }

        AddEach(draft, random.Below(3), ServerDraft.Free);
    }

    private void Bridges(ServerDraft draft, ref RandomSource random)
    {
        draft.AddPartitions(1 + random.Below(2), 64, 64 * module);
        AddStarters(draft);
        var isMany = random.Chance(30);
        var bridges = isMany ? 12 + random.Below(60) : 4 + random.Below(5);
        var held = isMany ? bridges - random.Below(5) : random.Below(bridges);
        draft.Add(held, UnitKind.IoHostBridge, "bridge", 0, random.Below(draft.Partitions));
        draft.Add(bridges - held, UnitKind.IoHostBridge, "bridge", 0);
        draft.Add(2, UnitKind.Processor, "cpu-a", 1);
        draft.Add(2, UnitKind.MemoryModule, "dimm-a", module);
    }

    private void Partitions(ServerDraft draft, ref RandomSource random)
    {
        draft.AddPartitions(4 + random.Below(5), random.Of([2, 3, 64]), module * random.Of([2, 3, 64]));
        AddStarters(draft);
        AddEach(draft, 2 + random.Below(3), ServerDraft.Free);
    }

    // One partition begins up to three units below a boundary, at it or one processor above it, and the others have
    // what they need to start. A boundary is the limit of the partition, or of the operating system, or neither.
    private void Processors(ServerDraft draft, ref RandomSource random)
    {
        var boundary = random.Of(ProcessorUnits.Boundaries(profile, description).AsSpan());
        var size = random.Of(ProcessorUnits.SizesFor(boundary, description).AsSpan());
        draft.AddPartitions(1 + random.Below(2), random.Chance(30) ? boundary : NoProcessorLimit, 64 * module);

        // Where no processor can be hot added, a start comes to the limit, and beyond it, or nothing does.
        var isAbove = random.Chance(profile.Supports(HotOperation.Add, UnitKind.Processor) ? 12 : 50);
        var held = (boundary / size) - (isAbove ? 0 : random.Below(4));
        var singles = isAbove ? (boundary % size) + 1 : held > 0 ? 0 : 1;
        draft.Add(held, UnitKind.Processor, "cpu-a", size, 0);
        draft.Add(singles <= ProcessorUnits.Singles ? singles : 0, UnitKind.Processor, "cpu-a", 1, 0);
        draft.Add(1, UnitKind.Processor, "cpu-a", 1, 1);
        draft.Add(3 + random.Below(3), UnitKind.Processor, "cpu-a", size);
        draft.Add(1, UnitKind.Processor, "cpu-b", size);
        draft.Add(2, UnitKind.Processor, "cpu-a", 1);
        for (var partition = 0; partition < draft.Partitions; partition++)
        {
            draft.Add(1, UnitKind.MemoryModule, "dimm-a", module, partition);
        }

        draft.Add(2, UnitKind.MemoryModule, "dimm-a", module);
    }

    // What the operating system can use is reached by a start or by a hot add, and one more is refused in both.
    private void ProcessorLimit(ServerDraft draft, ref RandomSource random)
    {
        var sizes = ProcessorUnits.SizesForLimit(profile, description);
        if (sizes.IsEmpty)
        {
            Processors(draft, ref random);
            return;
        }

        var (size, limit) = (random.Of(sizes.AsSpan()), profile.ProcessorLimit);
        draft.AddPartitions(1, NoProcessorLimit, 64 * module);
        var isBelow = profile.Supports(HotOperation.Add, UnitKind.Processor) && random.Chance(60);
        var below = !isBelow ? 0 : size > 1 ? 1 : 1 + random.Below(3);
        var above = isBelow || random.Chance(50) ? 0 : 1;
        draft.Add((limit / size) - below, UnitKind.Processor, "cpu-a", size, 0);
        draft.Add((limit % size) + above, UnitKind.Processor, "cpu-a", 1, 0);
        draft.Add(2, UnitKind.Processor, "cpu-a", size);
        draft.Add(4, UnitKind.Processor, "cpu-a", 1);
        draft.Add(1, UnitKind.MemoryModule, "dimm-a", module, 0);
        draft.Add(2, UnitKind.MemoryModule, "dimm-a", module);
    }

    // Modules of one size or two, so that spares exist, and modules that are nearly spares.
    private void Memory(ServerDraft draft, ref RandomSource random)
    {
        draft.AddPartitions(1 + random.Below(2), 64, NoMemoryLimit);
        draft.Add(1, UnitKind.Processor, "cpu-a", 1, 0);
        draft.Add(1, UnitKind.Processor, "cpu-a", 1, 1);
        draft.Add(1, UnitKind.Processor, "cpu-a", 1);
        var (one, other) = (Size(ref random), Size(ref random));
        draft.Add(1 + random.Below(2), UnitKind.MemoryModule, "dimm-a", one, 0);
        draft.Add(1, UnitKind.MemoryModule, "dimm-b", other, 1);
        draft.Add(2 + random.Below(3), UnitKind.MemoryModule, "dimm-a", one);
        draft.Add(2, UnitKind.MemoryModule, "dimm-b", other);

        // Not spares, by one granule or by the type: a server that compares less precisely accepts them.
        var granule = random.Chance(75) ? limits.MemoryGranularity : -limits.MemoryGranularity;
        draft.Add(2, UnitKind.MemoryModule, "dimm-a", Cut(one + granule, description));
        draft.Add(1, UnitKind.MemoryModule, "dimm-b", one);
        for (var partition = 0; partition < draft.Partitions && random.Chance(40); partition++)
        {
            // Room for exactly one more module, or for one byte less.
            var room = draft.MemoryOf(partition) + one;
            draft.Limit(partition, 64, room - random.Below(2));
        }
    }

    // Hot adds would use up the spares: each partition is as large as it may become, or can take one unit.
    private void ManyReplaces(ServerDraft draft, ref RandomSource random)
    {
        var held = 1 + random.Below(3);
        var more = random.Below(2);
        draft.AddPartitions(1 + random.Below(2), held + more, (held + more) * module);
        for (var partition = 0; partition < draft.Partitions; partition++)
        {
            draft.Add(held, UnitKind.Processor, "cpu-a", 1, partition);
            draft.Add(held, UnitKind.MemoryModule, "dimm-a", module, partition);
        }

        draft.Add(3, UnitKind.Processor, "cpu-a", 1);
        draft.Add(3, UnitKind.MemoryModule, "dimm-a", module);
        draft.Add(2, UnitKind.IoHostBridge, "bridge", 0);
    }

    private void ManyAdds(ServerDraft draft, ref RandomSource random)
    {
        draft.AddPartitions(1 + random.Below(2), NoProcessorLimit, NoMemoryLimit);
        AddStarters(draft);
        var modules = random.Of([4, 70, 320, 320]);
        var held = random.Chance(35) ? Math.Max(0, modules - 66) : 0;
        draft.Add(held, UnitKind.MemoryModule, "dimm-a", Whole(64 * MiB), 0);
        draft.Add(modules - held, UnitKind.MemoryModule, "dimm-a", Whole(64 * MiB));
        draft.Add(random.Of([0, 7, 70]), UnitKind.Processor, "cpu-a", 1);
        draft.Add(random.Of([0, 7, 40]), UnitKind.IoHostBridge, "bridge", 0);
    }

    // A server that compares types without their case, or only where they begin or end, takes units for spares that
    // are none. Modules have sizes that exist: with one of a few bytes a right server has no memory for two pools.
    private void Units(ServerDraft draft, ref RandomSource random)
    {
        draft.AddPartitions(1 + random.Below(2), NoProcessorLimit, NoMemoryLimit);
        AddStarters(draft);
        const string type = "cpu-a";
        var hasSeveral = claims.Has(Claim.SeveralLogicalProcessors);
        var (size, other) = hasSeveral ? (1 + random.Below(64), 1 + random.Below(16)) : (1, 1);
        var bytes = Size(ref random);
        foreach (var owner in new[] { 0, ServerDraft.Free })
        {
            draft.Add(1, UnitKind.Processor, type, size, owner);
            draft.Add(1, UnitKind.Processor, type, other, owner);
            draft.Add(1, UnitKind.MemoryModule, type, bytes, owner);
        }

        draft.Add(1, UnitKind.Processor, random.Of(NearTypes), size);
        draft.Add(1, UnitKind.Processor, random.Of(NearTypes), size);
        draft.Add(1, UnitKind.MemoryModule, random.Of(NearTypes), bytes);
        draft.Add(1, UnitKind.MemoryModule, random.Of(NearTypes), bytes);
        draft.Add(random.Below(3), UnitKind.IoHostBridge, type, 0);
    }

    // The operating system that is judged is in the first partition at least: the one that surely holds units, since it
    // gets them first.
    private void Neighbours(ServerDraft draft, ref RandomSource random)
    {
        draft.AddPartitions(2 + random.Below(5), NoProcessorLimit, 64 * module);
        AddStarters(draft);
        var size = claims.Has(Claim.SeveralLogicalProcessors) ? random.Of([1, 4, 8, 16]) : 1;
        draft.Add(1, UnitKind.Processor, "cpu-a", size, random.Below(draft.Partitions));
        draft.Add(2, UnitKind.Processor, "cpu-a", size);
        AddEach(draft, 2, ServerDraft.Free);
        draft.IsStatic = claims.Has(Claim.StaticServers) && random.Chance(50);
        for (var partition = 1; partition < draft.Partitions && !neighbours.IsEmpty; partition++)
        {
            if (random.Chance(50))
            {
                draft.Run(partition, neighbours[random.Below(neighbours.Length)]);
            }
        }
    }

    // Few units, so that each of them comes and goes often.
    private void ManyStarts(ServerDraft draft, ref RandomSource random)
    {
        draft.AddPartitions(1 + random.Below(4), 8, 8 * module);
        AddStarters(draft);
        draft.Add(1, UnitKind.Processor, "cpu-a", claims.Has(Claim.SeveralLogicalProcessors) ? 2 : 1);
        AddEach(draft, 2 + random.Below(3), ServerDraft.Free);
    }

    // Units of one component and of several, some that are no spares for the others, and partitions without room.
    private void Repetitions(ServerDraft draft, ImmutableArray<RepeatedOutcome> outcomes, ref RandomSource random)
    {
        var partitions = RepetitionPlan.AreAboutPartitions(outcomes) ? 8 : 1 + random.Below(4);
        draft.AddPartitions(partitions, NoProcessorLimit, NoMemoryLimit);
        AddStarters(draft);
        var several = claims.Has(Claim.SeveralLogicalProcessors) ? 2 + random.Below(3) : 1;
        draft.Add(1, UnitKind.Processor, "cpu-a", several, random.Below(draft.Partitions));
        draft.Add(2 + random.Below(3), UnitKind.Processor, "cpu-a", 1);
        draft.Add(4 + random.Below(4), UnitKind.Processor, "cpu-a", several);
        draft.Add(1, UnitKind.Processor, "cpu-b", several);
        var isAboutLimits = RepetitionPlan.AreAboutLimits(outcomes);
        draft.Add((isAboutLimits ? 4 : 2) + random.Below(3), UnitKind.MemoryModule, "dimm-a", module);
        draft.Add(1, UnitKind.MemoryModule, "dimm-b", module);
        draft.Add(random.Below(3), UnitKind.IoHostBridge, "bridge", 0);
        draft.IsStatic = RepetitionPlan.AreOfStaticServers(outcomes);
        for (var partition = 0; partition < draft.Partitions; partition++)
        {
            if (random.Chance(35) || isAboutLimits)
            {
                draft.Limit(partition, 1 + (2 * several), 3 * module);
            }
        }
    }

    // Adds that fail leave the unit free: few units are enough for many failures, and many for many that come.
    private void ManyConsumers(ServerDraft draft, ref RandomSource random)
    {
        draft.AddPartitions(1 + random.Below(2), NoProcessorLimit, NoMemoryLimit);
        AddStarters(draft);
        var several = claims.Has(Claim.SeveralLogicalProcessors) ? random.Of([1, 2, 3]) : 1;
        draft.Add(random.Of([4, 8, 40]), UnitKind.Processor, "cpu-a", several);
        draft.Add(random.Of([3, 10, 20]), UnitKind.Processor, "cpu-a", 1);
        draft.Add(random.Of([4, 20]), UnitKind.MemoryModule, "dimm-a", module);
        draft.Add(random.Below(4), UnitKind.IoHostBridge, "bridge", 0);
    }

    // What is added may be added again once it was replaced, removed or released: there is room for all spares.
    private void Churn(ServerDraft draft, ref RandomSource random)
    {
        var (held, spares) = (1 + random.Below(2), 2 + random.Below(3));
        var limit = random.Chance(30) ? held + 1 : held + spares + 1;
        draft.AddPartitions(1 + random.Below(3), limit, limit * module);
        for (var partition = 0; partition < draft.Partitions; partition++)
        {
            AddEach(draft, held, partition);
        }

        AddEach(draft, spares, ServerDraft.Free);
    }

    private void Burst(ServerDraft draft, ref RandomSource random)
    {
        draft.AddPartitions(1 + random.Below(3), random.Of([12, 64, NoProcessorLimit]), 64 * module);
        AddStarters(draft);
        var size = claims.Has(Claim.SeveralLogicalProcessors) ? random.Of([1, 1, 2, 4]) : 1;
        draft.Add(6 + random.Below(10), UnitKind.Processor, "cpu-a", size);
        draft.Add(6 + random.Below(10), UnitKind.MemoryModule, "dimm-a", module);
        draft.Add(random.Below(6), UnitKind.IoHostBridge, "bridge", 0);
    }

    private void AddStarters(ServerDraft draft)
    {
        for (var partition = 0; partition < draft.Partitions; partition++)
        {
            draft.Add(1, UnitKind.Processor, "cpu-a", 1, partition);
            draft.Add(1, UnitKind.MemoryModule, "dimm-a", module, partition);
        }
    }

    private void AddEach(ServerDraft draft, int count, int owner)
    {
        draft.Add(count, UnitKind.Processor, "cpu-a", 1, owner);
        draft.Add(count, UnitKind.MemoryModule, "dimm-a", module, owner);
        draft.Add(count, UnitKind.IoHostBridge, "bridge", 0, owner);
    }

    // Powers of two and what lies beside them; amounts that pass 32 bits in bytes, in KiB and in pages of 4 KiB.
    private long Size(ref RandomSource random)
    {
        var granule = limits.MemoryGranularity;
        var size = random.Below(14) switch
        {
            0 => 64 * MiB,
            1 => 128 * MiB,
            2 => 192 * MiB,
            3 => (64 * MiB) + (3 * granule),
            4 => 3 * GiB,
            5 => (4 * GiB) - granule,
            6 => 4 * GiB,
            7 => (4 * GiB) + granule,
            8 => (5 * GiB) + (7 * granule),
            9 => TiB,
            10 => 2 * TiB,
            11 => (2 * TiB) + granule,
            12 => 4 * TiB,
            _ => (16 * TiB) + granule,
        };

        return Cut(size, description);
    }

    // An eighth of what the server takes, so that several fit; and some of it is shown.
    private static long Cut(long size, ImplementationDescription description)
    {
        var (traits, limits) = (description.Claims.Traits, description.Limits);
        var least = 2 * (traits[Trait.MemoryReserve] + traits[Trait.RoundsTo]);
        var bytes = Math.Max(least, Math.Min(size, (limits.MemoryBytes ?? long.MaxValue) / 8));
        return Math.Max(1, bytes / limits.MemoryGranularity) * limits.MemoryGranularity;
    }

    private long Whole(long bytes) =>
        Math.Max(1, bytes / limits.MemoryGranularity) * limits.MemoryGranularity;
}
