using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("REP-03", "A unit can be hot replaced by itself.")]
internal sealed class ReplacesByItself(Machine machine) : Admission(machine)
{
    internal override bool IsTaken(Unit unit, Operation request) =>
        base.IsTaken(unit, request) && !(request is HotReplace replace && replace.Target == replace.Spare);
}
