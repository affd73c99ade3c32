using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("RUN-03", "Every second restart stops the partition and does not start it again.")]
internal sealed class SecondRestartOnlyStops(Machine machine, Admission admission)
    : ServiceProcessor(machine, admission)
{
    private int restarts;

    internal override Outcome Restart(Partition partition) =>
        ++restarts % 2 == 0 ? Stop(partition) : base.Restart(partition);
}
