using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("CAP-02", "Every operating system accepts the hot add of memory.")]
internal sealed class MemoryAlwaysSupported(Partition partition) : OperatingSystem(partition)
{
    internal override bool Supports(HotOperation operation, UnitKind kind) =>
        base.Supports(operation, kind) || (operation == HotOperation.Add && kind == UnitKind.MemoryModule);
}
