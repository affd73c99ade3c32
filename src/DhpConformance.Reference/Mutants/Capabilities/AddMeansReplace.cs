using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("CAP-05", "An operating system that supports the hot add of memory also lets it be replaced.")]
internal sealed class AddMeansReplace(Partition partition) : OperatingSystem(partition)
{
    internal override bool Supports(HotOperation operation, UnitKind kind) =>
        base.Supports(operation, kind)
        || ((operation, kind) == (HotOperation.Replace, UnitKind.MemoryModule)
            && base.Supports(HotOperation.Add, kind));
}
