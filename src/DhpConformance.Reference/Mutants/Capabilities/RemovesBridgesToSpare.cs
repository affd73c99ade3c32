using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks(
    "CAP-09",
    "A partition with more than one I/O host bridge lets them be hot removed whatever its profile says.")]
internal sealed class RemovesBridgesToSpare(Machine machine) : Admission(machine)
{
    internal override bool Supports(Partition partition, HotOperation operation, UnitKind kind) =>
        base.Supports(partition, operation, kind)
        || ((operation, kind) == (HotOperation.Remove, UnitKind.IoHostBridge) && partition.Bridges.Count > 1);
}
