using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("REP-07", "The target may be a unit that another partition holds.")]
internal sealed class ReplacesUnitsOfNeighbours(Machine machine) : Admission(machine)
{
    internal override bool Holds(Partition partition, Unit unit, Operation request) =>
        base.Holds(partition, unit, request) || (request is HotReplace && unit.Owner is not null);
}
