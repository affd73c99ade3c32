using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("DYN-02", "A static server lets units be assigned to a stopped partition while it is powered on.")]
internal sealed class StaticServerAssigns(Machine machine) : Admission(machine)
{
    internal override bool IsFrozen(Operation request) => request is not AssignUnit && base.IsFrozen(request);
}
