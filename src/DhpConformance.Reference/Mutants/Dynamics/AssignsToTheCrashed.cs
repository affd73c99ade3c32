using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("DYN-13", "Units can be assigned to a crashed partition.")]
internal sealed class AssignsToTheCrashed(Machine machine) : Admission(machine)
{
    internal override bool IsStopped(Partition partition, Operation request) =>
        base.IsStopped(partition, request) || (request is AssignUnit && partition.State == RunState.Crashed);
}
