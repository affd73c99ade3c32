using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("CAP-03", "Every operating system accepts the hot add of I/O host bridges.")]
internal sealed class BridgesAlwaysSupported(Partition partition) : OperatingSystem(partition)
{
    internal override bool Supports(HotOperation operation, UnitKind kind) =>
        base.Supports(operation, kind) || (operation == HotOperation.Add && kind == UnitKind.IoHostBridge);
}
