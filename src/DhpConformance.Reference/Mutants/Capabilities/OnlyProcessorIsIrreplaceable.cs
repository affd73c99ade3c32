using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("CAP-04", "The only processor of a partition cannot be hot replaced: not supported.")]
internal sealed class OnlyProcessorIsIrreplaceable(Machine machine) : RefusesHotReplaces(machine)
{
    protected override RefusalReason? ObjectTo(Unit target, Unit spare, Partition partition) =>
        target.Kind == UnitKind.Processor && partition.Processors.Count == 1 ? RefusalReason.NotSupported : null;
}
