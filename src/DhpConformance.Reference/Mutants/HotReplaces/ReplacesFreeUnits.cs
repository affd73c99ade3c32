using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("REP-07", "The target may be a unit that no partition holds.")]
internal sealed class ReplacesFreeUnits(Machine machine) : Admission(machine)
{
    internal override bool Holds(Partition partition, Unit unit, Operation request) =>
        base.Holds(partition, unit, request) || (request is HotReplace && unit.Owner is null);
}
