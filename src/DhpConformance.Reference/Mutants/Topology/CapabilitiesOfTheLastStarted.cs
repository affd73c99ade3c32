using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("TOP-02", "One table of capabilities serves all partitions, and each start overwrites it.")]
internal sealed class CapabilitiesOfTheLastStarted(Machine machine) : Admission(machine)
{
    private Partition? lastStarted;

    internal override RefusalReason? WhyNot(StartPartition request)
    {
        var reason = base.WhyNot(request);
        lastStarted = reason is null ? Machine.Get(request.Partition) : lastStarted;
        return reason;
    }

    internal override bool Supports(Partition partition, HotOperation operation, UnitKind kind) =>
        base.Supports(lastStarted ?? partition, operation, kind);
}
