using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("DYN-05", "A dynamic server assigns nothing while a partition runs.")]
internal sealed class AssignsOnlyAtRest(Machine machine) : Admission(machine)
{
    internal override RefusalReason? WhyNot(AssignUnit request) =>
        base.WhyNot(request) ?? (Machine.Partitions.Any(partition => partition.Runs) ? RefusalReason.Busy : null);
}
