using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("CAP-02", "A partition that holds no I/O host bridge refuses memory as not supported.")]
internal sealed class MemoryOnlyBesideBridges(Machine machine) : RefusesHotAdds(machine)
{
    protected override RefusalReason? ObjectTo(Unit unit, Partition partition) =>
        unit.Kind == UnitKind.MemoryModule && partition.Bridges.Count == 0 ? RefusalReason.NotSupported : null;
}
