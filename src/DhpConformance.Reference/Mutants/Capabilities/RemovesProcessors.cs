using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("CAP-07", "Processors can be hot removed whatever the profile says.")]
internal sealed class RemovesProcessors(Partition partition) : OperatingSystem(partition)
{
    internal override bool Supports(HotOperation operation, UnitKind kind) =>
        base.Supports(operation, kind) || (operation == HotOperation.Remove && kind == UnitKind.Processor);
}
