using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("REP-20", "The memory of a spare is added, and that of the target is not taken away.")]
internal sealed class ReplaceAddsMemory(Partition partition) : OperatingSystem(partition)
{
    internal override void Replace(Unit target, Unit spare)
    {
        base.Replace(target, spare);
        if (spare.Kind == UnitKind.MemoryModule)
        {
            AddMemory(spare);
        }
    }
}
