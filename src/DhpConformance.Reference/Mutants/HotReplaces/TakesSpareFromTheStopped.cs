using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("REP-03", "A unit that a stopped partition holds is taken as a spare.")]
internal sealed class TakesSpareFromTheStopped(Machine machine) : Admission(machine)
{
    internal override bool IsTaken(Unit unit, Operation request) =>
        base.IsTaken(unit, request) && !(request is HotReplace && unit.Owner?.State == RunState.Stopped);
}
