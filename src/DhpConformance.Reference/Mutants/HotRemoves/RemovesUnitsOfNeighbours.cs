using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("REM-11", "A unit that another partition holds can be hot removed.")]
internal sealed class RemovesUnitsOfNeighbours(Machine machine) : Admission(machine)
{
    internal override bool Holds(Partition partition, Unit unit, Operation request) =>
        base.Holds(partition, unit, request) || (request is HotRemove && unit.Owner is not null);
}
