using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("TOP-09", "Partitions can be stopped while the service processor is out.")]
internal sealed class StopsDuringAnOutage(Machine machine) : Admission(machine)
{
    internal override bool IsOut(Operation request) => request is not StopPartition && base.IsOut(request);
}
