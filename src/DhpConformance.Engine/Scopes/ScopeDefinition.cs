using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Model.Rules;

namespace DhpConformance.Engine.Scopes;

/// <summary>A scope for any operating system; <c>specs/exhaustive.md</c> describes it as a file.</summary>
/// <param name="Name">What it is called in reports.</param>
/// <param name="Servers">The kinds of server that it is about, one or both.</param>
/// <param name="Partitions">The partitions, one or more.</param>
/// <param name="Units">The units, one or more.</param>
/// <param name="Requests">The operations that are asked for; those about consumers are not among them.</param>
public sealed record ScopeDefinition(
    string Name,
    ImmutableArray<Partitionability> Servers,
    ImmutableArray<ScopePartition> Partitions,
    ImmutableArray<ScopeUnit> Units,
    ImmutableArray<OperationKind> Requests)
{
    /// <summary>The scope with this operating system in all partitions.</summary>
    public Scope For(Profile profile, Partitionability kind)
    {
        ArgumentNullException.ThrowIfNull(profile);
        var setup = new ServerSetup(
            kind,
            [
                .. Units.Select((unit, place) =>
                    new PartitionUnit(new(place), unit.Kind, unit.Type, unit.Capacity, $"SN{place:D4}")),
            ],
            [
                .. Partitions.Select((partition, place) => new PartitionSetup(
                    new(place), profile, partition.ProcessorLimit, partition.MemoryLimit, [.. HeldBy(place)])),
            ]);
        return new Scope(Name, profile, setup, [.. AllRequests.Of(setup, Requests)]);
    }

    private IEnumerable<UnitId> HeldBy(int partition) =>
        Enumerable.Range(0, Units.Length)
            .Where(unit => Units[unit].Partition == partition)
            .Select(id => new UnitId(id));
}

/// <summary>A partition of a scope.</summary>
/// <param name="ProcessorLimit">Most logical processors, 1 or more.</param>
/// <param name="MemoryLimit">Most bytes of memory, 1 or more.</param>
public sealed record ScopePartition(int ProcessorLimit, long MemoryLimit);

/// <summary>A unit of a scope.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Type">Its type; units of one kind, type and capacity are identical.</param>
/// <param name="Capacity">Logical processors or bytes, 1 or more; 0 for a bridge.</param>
/// <param name="Partition">The place of the partition that holds it after a reset; null for a free one.</param>
public sealed record ScopeUnit(UnitKind Kind, string Type, long Capacity, int? Partition);
