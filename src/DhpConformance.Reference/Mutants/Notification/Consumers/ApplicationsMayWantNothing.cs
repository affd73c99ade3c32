using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("CON-02", "An application that registers for nothing is registered.")]
internal sealed class ApplicationsMayWantNothing(Machine machine) : Admission(machine)
{
    internal override bool AsksForNothing(ApplicationScript script) => false;
}
