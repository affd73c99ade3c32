using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("RUN-05", "A server that is powered on can be powered on again.")]
internal sealed class PowersOnTwice(Machine machine) : Admission(machine)
{
    internal override bool IsPowered(Operation request) => request is not PowerOnServer && base.IsPowered(request);
}
