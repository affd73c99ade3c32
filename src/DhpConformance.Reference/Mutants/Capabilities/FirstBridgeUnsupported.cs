using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("CAP-03", "A partition that holds no I/O host bridge refuses the first as not supported.")]
internal sealed class FirstBridgeUnsupported(Machine machine) : RefusesHotAdds(machine)
{
    protected override RefusalReason? ObjectTo(Unit unit, Partition partition) =>
        unit.Kind == UnitKind.IoHostBridge && partition.Bridges.Count == 0 ? RefusalReason.NotSupported : null;
}
