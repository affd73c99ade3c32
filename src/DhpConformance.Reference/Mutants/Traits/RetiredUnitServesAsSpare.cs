using DhpConformance.Abstractions;
using DhpConformance.Reference.Variants;

namespace DhpConformance.Reference.Mutants;

[Breaks("TRT-01", "It declares retires-replaced-unit, and a unit that was replaced serves as a spare.")]
internal sealed class RetiredUnitServesAsSpare(Machine machine) : KnowsRetired(machine)
{
    internal override bool IsTaken(Unit unit, Operation request) =>
        request is HotReplace ? unit.Owner is not null : base.IsTaken(unit, request);
}
