using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("RUN-05", "A partition that is stopped can be stopped again.")]
internal sealed class StopsWhatIsStopped(Machine machine) : Admission(machine)
{
    internal override bool IsUp(Partition partition, Operation request) =>
        request is StopPartition || base.IsUp(partition, request);
}
