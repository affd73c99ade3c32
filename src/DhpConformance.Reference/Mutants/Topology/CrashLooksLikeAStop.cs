using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("TOP-18", "A partition that crashed is shown as stopped.")]
internal sealed class CrashLooksLikeAStop(Machine machine, Admission admission)
    : ServiceProcessor(machine, admission)
{
    internal override Outcome Crash(Partition partition) => Stop(partition);
}
