using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("RUN-02", "A crashed partition cannot be stopped.")]
internal sealed class CrashedCannotBeStopped(Machine machine) : Admission(machine)
{
    internal override RefusalReason? WhyNot(StopPartition request) =>
        base.WhyNot(request)
        ?? (Machine.Get(request.Partition).State == RunState.Crashed ? RefusalReason.NotRunning : null);
}
