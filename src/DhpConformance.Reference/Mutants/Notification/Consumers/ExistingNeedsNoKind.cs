using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("CON-02", "A script may ask for existing interfaces of no kind.")]
internal sealed class ExistingNeedsNoKind(Machine machine) : Admission(machine)
{
    internal override bool Contradicts(DriverScript script) =>
        base.Contradicts(script with { ExistingArrivals = false });
}
