using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("CAP-06", "I/O host bridges can be hot replaced like any other unit.")]
internal sealed class ReplacesBridges(Partition partition) : OperatingSystem(partition)
{
    internal override bool Supports(HotOperation operation, UnitKind kind) =>
        base.Supports(operation, kind) || (operation == HotOperation.Replace && kind == UnitKind.IoHostBridge);
}
