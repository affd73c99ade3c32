using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("RUN-01", "A crashed partition has to be stopped before it can be started.")]
internal sealed class CrashedCannotBeStarted(Machine machine) : Admission(machine)
{
    internal override RefusalReason? WhyNot(StartPartition request) =>
        base.WhyNot(request)
        ?? (Machine.Get(request.Partition).State == RunState.Crashed ? RefusalReason.NotStopped : null);
}
