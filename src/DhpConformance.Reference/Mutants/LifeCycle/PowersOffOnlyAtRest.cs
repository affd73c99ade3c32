using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("RUN-04", "The server cannot be powered off while a partition runs.")]
internal sealed class PowersOffOnlyAtRest(Machine machine) : Admission(machine)
{
    internal override RefusalReason? WhyNot(PowerOffServer request) =>
        base.WhyNot(request) ?? (Machine.Partitions.Any(partition => partition.Runs) ? RefusalReason.Busy : null);
}
