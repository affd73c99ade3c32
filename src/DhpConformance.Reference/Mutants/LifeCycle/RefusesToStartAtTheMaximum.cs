using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("RUN-01", "A partition with exactly as many logical processors as its maximum cannot be started.")]
internal sealed class RefusesToStartAtTheMaximum(Machine machine) : Admission(machine)
{
    internal override RefusalReason? WhyNot(StartPartition request) =>
        base.WhyNot(request)
        ?? (Machine.Get(request.Partition) is var p && p.Processors.Capacity == p.System.Maximum
            ? RefusalReason.Insufficient : null);
}
