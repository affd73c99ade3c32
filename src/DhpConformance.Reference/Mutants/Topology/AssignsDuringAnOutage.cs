using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("TOP-09", "Units can be assigned while the service processor is out.")]
internal sealed class AssignsDuringAnOutage(Machine machine) : Admission(machine)
{
    internal override bool IsOut(Operation request) => request is not AssignUnit && base.IsOut(request);
}
