using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("MEM-11", "A memory module that would reach the limit exactly is refused.")]
internal sealed class RefusesTheModuleThatFitsExactly(Machine machine) : RefusesHotAdds(machine)
{
    protected override RefusalReason? ObjectTo(Unit unit, Partition partition) =>
        unit.Kind == UnitKind.MemoryModule && partition.System.MemoryBytes + unit.Capacity == partition.MemoryLimit
            ? RefusalReason.LimitExceeded
            : null;
}
