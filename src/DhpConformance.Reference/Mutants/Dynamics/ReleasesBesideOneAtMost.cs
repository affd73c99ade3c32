using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("DYN-05", "Nothing can be released while two other partitions run.")]
internal sealed class ReleasesBesideOneAtMost(Machine machine) : Admission(machine)
{
    internal override RefusalReason? WhyNot(ReleaseUnit request) =>
        base.WhyNot(request)
        ?? (Machine.Partitions.Count(partition => partition.Runs) > 1 ? RefusalReason.Busy : null);
}
