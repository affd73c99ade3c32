using DhpConformance.Reference.Variants;

namespace DhpConformance.Reference.Mutants;

[Breaks("TRT-01", "It declares minimum-units of 2, and keeps one.")]
internal sealed class KeepsOneUnitLess(Machine machine) : KeepsMinimumUnits(machine)
{
    internal override int Minimum => base.Minimum - 1;
}
