using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("REF-03", "A memory module is counted in the partition though its hot add has failed.")]
internal sealed class FailedAddCountsAnyway(Machine machine, Admission admission)
    : ServiceProcessor(machine, admission)
{
    internal override Outcome FailAdd(Unit unit, Partition partition)
    {
        if (unit.Kind == UnitKind.MemoryModule)
        {
            partition.System.AddMemory(unit);
        }

        return base.FailAdd(unit, partition);
    }
}
