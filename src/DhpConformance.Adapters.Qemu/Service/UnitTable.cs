using DhpConformance.Abstractions;

namespace DhpConformance.Adapters.Qemu.Service;

/// <summary>
/// Which partition holds which unit. QEMU knows nothing of other QEMUs, so that no unit is in two of them is decided
/// here and nowhere else.
/// </summary>
internal sealed class UnitTable
{
    private readonly Dictionary<UnitId, PartitionUnit> units;
    private readonly Dictionary<UnitId, PartitionId> owners = [];

    public UnitTable(ServerSetup setup)
    {
        units = setup.Units.ToDictionary(unit => unit.Id);
        foreach (var partition in setup.Partitions)
        {
            foreach (var unit in partition.Units)
            {
                owners.Add(unit, partition.Id);
            }
        }
    }

    /// <summary>The unit; null if there is none.</summary>
    public PartitionUnit? Find(UnitId unit) => units.GetValueOrDefault(unit);

    /// <summary>The partition that holds the unit; null for none.</summary>
    public PartitionId? OwnerOf(UnitId unit) => owners.TryGetValue(unit, out var owner) ? owner : null;

    public void Give(UnitId unit, PartitionId partition) => owners[unit] = partition;

    public void Free(UnitId unit) => owners.Remove(unit);

    /// <summary>What a partition holds, in ascending order of id.</summary>
    public IEnumerable<PartitionUnit> HeldBy(PartitionId partition) =>
        units.Values.Where(unit => OwnerOf(unit.Id) == partition).OrderBy(unit => unit.Id.Value);

    /// <summary>What a partition holds of a kind.</summary>
    public IEnumerable<PartitionUnit> HeldBy(PartitionId partition, UnitKind kind) =>
        HeldBy(partition).Where(unit => unit.Kind == kind);

    /// <summary>All units of a kind.</summary>
    public IEnumerable<PartitionUnit> Of(UnitKind kind) => units.Values.Where(unit => unit.Kind == kind);
}
