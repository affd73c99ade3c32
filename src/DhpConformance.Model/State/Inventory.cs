using System.Collections.Immutable;
using System.Runtime.InteropServices;
using DhpConformance.Abstractions;

namespace DhpConformance.Model.State;

/// <summary>
/// What does not change while a server is driven: its hardware, the operating systems in its partitions and what the
/// implementation claims, with units and partitions numbered by their place in the setup.
/// </summary>
public sealed class Inventory
{
    private readonly int[] unitIds;
    private readonly UnitKind[] kinds;
    private readonly long[] capacities;
    private readonly int[] partitionIds;
    private readonly int[] maxima;
    private readonly int[] capabilities;

    // Made anew for each sequence, and each of those is short: plain loops take a fifth of what queries take.
    /// <summary>Numbers the units and partitions of a setup.</summary>
    public Inventory(ServerSetup setup, Claims claims)
    {
        ArgumentNullException.ThrowIfNull(setup);
        Setup = setup;
        Claims = claims;
        TellsLater = claims.Has(Claim.AsynchronousNotification) || claims.Has(Claim.ApplicationNotification)
            || claims.Has(Claim.ResourceRebalance);
        var bridges = 0;
        unitIds = new int[setup.Units.Length];
        kinds = new UnitKind[unitIds.Length];
        capacities = new long[unitIds.Length];
        for (var i = 0; i < unitIds.Length; i++)
        {
            var unit = setup.Units[i];
            (unitIds[i], kinds[i], capacities[i]) = (unit.Id.Value, unit.Kind, unit.Capacity);
            bridges += unit.Kind == UnitKind.IoHostBridge ? 1 : 0;
        }

        Bridges = Places(UnitKind.IoHostBridge, bridges);

        partitionIds = new int[setup.Partitions.Length];
        maxima = new int[partitionIds.Length];
        capabilities = new int[partitionIds.Length];
        for (var i = 0; i < partitionIds.Length; i++)
        {
            var (partition, profile) = (setup.Partitions[i], setup.Partitions[i].Profile);
            partitionIds[i] = partition.Id.Value;
            maxima[i] = Math.Min(partition.ProcessorLimit, profile.ProcessorLimit);
            IsMixed |= profile.Name != setup.Partitions[0].Profile.Name;
            if (i > 0 && ReferenceEquals(profile, setup.Partitions[i - 1].Profile))
            {
                capabilities[i] = capabilities[i - 1];
                continue;
            }

            foreach (var capability in profile.Capabilities)
            {
                capabilities[i] |= Bit(capability.Operation, capability.Kind);
            }
        }
    }

    /// <summary>The setup that everything else here follows from.</summary>
    public ServerSetup Setup { get; }

    /// <summary>What the implementation claims.</summary>
    public Claims Claims { get; }

    /// <summary>Whether operating systems of different profiles share the server.</summary>
    public bool IsMixed { get; }

    /// <summary>Whether the server is statically partitionable.</summary>
    public bool IsStatic => Setup.Partitionability == Partitionability.Static;

    /// <summary>Whether somebody may be notified of a hot add after it was carried out.</summary>
    public bool TellsLater { get; }

    /// <summary>The places of the I/O host bridges, in ascending order.</summary>
    public ImmutableArray<int> Bridges { get; }

    /// <summary>How many units the server has.</summary>
    public int UnitCount => unitIds.Length;

    /// <summary>How many partitions the server has.</summary>
    public int PartitionCount => partitionIds.Length;

    /// <summary>The place of a unit in the setup; -1 if the server has no such unit.</summary>
    public int Find(UnitId id) => Find(unitIds, id.Value);

    /// <summary>The place of a partition in the setup; -1 if the server has no such partition.</summary>
    public int Find(PartitionId id) => Find(partitionIds, id.Value);

    /// <summary>The unit at this place.</summary>
    public UnitId Unit(int index) => new(unitIds[index]);

    /// <summary>The partition at this place.</summary>
    public PartitionId Partition(int index) => new(partitionIds[index]);

    /// <summary>The kind of a unit.</summary>
    public UnitKind Kind(int unit) => kinds[unit];

    /// <summary>Logical processors or bytes of a unit; 0 for a bridge.</summary>
    public long Capacity(int unit) => capacities[unit];

    /// <summary>Parts of a unit that can fail to start alone: the logical processors of a processor, else 1.</summary>
    public int Components(int unit) => kinds[unit] == UnitKind.Processor ? (int)capacities[unit] : 1;

    /// <summary>Whether one of two units can replace the other. Sources: DHP-REP-01, -02; decision G-66.</summary>
    public bool AreIdentical(int unit, int other) =>
        kinds[unit] == kinds[other]
        && capacities[unit] == capacities[other]
        && Setup.Units[unit].Type == Setup.Units[other].Type;

    /// <summary>The operating system of a partition.</summary>
    public Profile Profile(int partition) => Setup.Partitions[partition].Profile;

    /// <summary>Whether the operating system of a partition supports this. Source: DHP-CAP-01.</summary>
    public bool Supports(int partition, HotOperation operation, UnitKind kind) =>
        (capabilities[partition] & Bit(operation, kind)) != 0;

    /// <summary>Most logical processors of a partition, the lower of two limits. Source: DHP-PROC-08; G-40.</summary>
    public int MaximumProcessors(int partition) => maxima[partition];

    /// <summary>Most bytes of memory of a partition. Decision G-60.</summary>
    public long MemoryLimit(int partition) => Setup.Partitions[partition].MemoryLimit;

    /// <summary>
    /// How many processor groups a partition has at least: as many as its maximum needs. Source: DHP-PROC-18.
    /// </summary>
    public int LeastGroups(int partition) =>
        Profile(partition).Promises(Behaviour.ProcessorGroups) ? (maxima[partition] + 63) / 64 : 1;

    /// <summary>
    /// How many processor groups a partition has at most. A group holds up to 64 logical processors, and may be
    /// smaller: it follows a node. Sources: DHP-PROC-18, -20, DHP-CAP-11.
    /// </summary>
    public int MostGroups(int partition) =>
        Profile(partition).Promises(Behaviour.ProcessorGroups) ? maxima[partition] : 1;

    private ImmutableArray<int> Places(UnitKind kind, int count)
    {
        var places = new int[count];
        for (int unit = 0, next = 0; next < count; unit++)
        {
            if (kinds[unit] == kind)
            {
                places[next++] = unit;
            }
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(places);
    }

    private static int Bit(HotOperation operation, UnitKind kind) => 1 << (((int)operation * 3) + (int)kind);

    private static int Find(int[] ids, int id)
    {
        // Setups number from 0 without gaps until shrinking takes units away: then the place has to be looked for.
        if ((uint)id < (uint)ids.Length && ids[id] == id)
        {
            return id;
        }

        return Math.Max(Array.BinarySearch(ids, id), -1);
    }
}
