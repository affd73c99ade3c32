using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("REM-10", "The memory of a module that was hot removed is still counted.")]
internal sealed class RemoveKeepsTheMemory(Partition partition) : OperatingSystem(partition)
{
    internal override void Remove(Unit unit)
    {
        if (unit.Kind != UnitKind.MemoryModule)
        {
            base.Remove(unit);
        }
    }
}
