using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("PROC-09", "A processor that would reach the maximum exactly is refused.")]
internal sealed class RefusesTheLastThatFits(Machine machine) : RefusesHotAdds(machine)
{
    protected override RefusalReason? ObjectTo(Unit unit, Partition partition) =>
        unit.Kind == UnitKind.Processor && partition.System.ActiveCount + unit.Components == partition.System.Maximum
            ? RefusalReason.LimitExceeded
            : null;
}
