using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("TOP-13", "A running partition can be hot added a unit that it already holds.")]
internal sealed class AddsWhatItHas(Machine machine) : Admission(machine)
{
    internal override bool IsTaken(Unit unit, Operation request) =>
        base.IsTaken(unit, request) && !(request is HotAdd add && unit.Owner?.Id == add.Partition);
}
