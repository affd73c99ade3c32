using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("RUN-03", "A crashed partition cannot be restarted.")]
internal sealed class CrashedCannotBeRestarted(Machine machine) : Admission(machine)
{
    internal override RefusalReason? WhyNot(RestartPartition request) =>
        base.WhyNot(request)
        ?? (Machine.Get(request.Partition).State == RunState.Crashed ? RefusalReason.NotRunning : null);
}
