using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("TOP-09", "Hot adds go on while the service processor is out.")]
internal sealed class AddsDuringAnOutage(Machine machine) : Admission(machine)
{
    internal override bool IsOut(Operation request) => request is not HotAdd && base.IsOut(request);
}
