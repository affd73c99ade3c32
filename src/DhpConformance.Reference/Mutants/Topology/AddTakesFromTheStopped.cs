using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("TOP-13", "A unit that a stopped partition holds can be hot added to another.")]
internal sealed class AddTakesFromTheStopped(Machine machine) : Admission(machine)
{
    internal override bool IsTaken(Unit unit, Operation request) =>
        base.IsTaken(unit, request) && !(request is HotAdd && unit.Owner?.State == RunState.Stopped);
}
