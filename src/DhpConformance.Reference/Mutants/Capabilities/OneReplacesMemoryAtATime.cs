using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("CAP-05", "While a second partition runs the hot replace of memory is refused as not supported.")]
internal sealed class OneReplacesMemoryAtATime(Machine machine) : RefusesHotReplaces(machine)
{
    protected override RefusalReason? ObjectTo(Unit target, Unit spare, Partition partition) =>
        target.Kind == UnitKind.MemoryModule && Machine.RunningNeighbour(partition) is not null
            ? RefusalReason.NotSupported
            : null;
}
