using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("TOP-14", "The release of the last unit of its kind in a partition is answered and not carried out.")]
internal sealed class KeepsTheLastOfAKind(Machine machine, Admission admission)
    : ServiceProcessor(machine, admission)
{
    internal override Outcome Release(Unit unit) =>
        unit.Owner?.Units(unit.Kind).Count == 1 ? Outcome.Completed : base.Release(unit);
}
