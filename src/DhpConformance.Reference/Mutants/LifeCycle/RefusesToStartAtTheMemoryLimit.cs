using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("RUN-01", "A partition with exactly as much memory as its limit cannot be started.")]
internal sealed class RefusesToStartAtTheMemoryLimit(Machine machine) : Admission(machine)
{
    internal override RefusalReason? WhyNot(StartPartition request) =>
        base.WhyNot(request)
        ?? (Machine.Get(request.Partition) is var p && p.MemoryModules.Capacity == p.MemoryLimit
            ? RefusalReason.Insufficient : null);
}
