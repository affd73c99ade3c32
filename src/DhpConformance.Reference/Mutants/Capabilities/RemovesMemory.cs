using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("CAP-08", "Memory modules can be hot removed whatever the profile says.")]
internal sealed class RemovesMemory(Partition partition) : OperatingSystem(partition)
{
    internal override bool Supports(HotOperation operation, UnitKind kind) =>
        base.Supports(operation, kind) || (operation == HotOperation.Remove && kind == UnitKind.MemoryModule);
}
