using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("CAP-01", "An operating system that supports the hot add of memory accepts processors as well.")]
internal sealed class MemoryMeansProcessors(Partition partition) : OperatingSystem(partition)
{
    internal override bool Supports(HotOperation operation, UnitKind kind) =>
        base.Supports(operation, kind)
        || ((operation, kind) == (HotOperation.Add, UnitKind.Processor)
            && base.Supports(operation, UnitKind.MemoryModule));
}
