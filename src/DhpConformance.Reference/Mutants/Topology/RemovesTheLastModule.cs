using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("TOP-05", "The last memory module of a running partition can be hot removed.")]
internal sealed class RemovesTheLastModule(Machine machine) : Admission(machine)
{
    internal override bool IsIndispensable(Partition partition, Unit unit) =>
        unit.Kind != UnitKind.MemoryModule && base.IsIndispensable(partition, unit);
}
