using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("DYN-02", "A static server lets units be hot added.")]
internal sealed class StaticServerHotAdds(Machine machine) : Admission(machine)
{
    internal override bool IsFrozen(Operation request) => request is not HotAdd && base.IsFrozen(request);
}
