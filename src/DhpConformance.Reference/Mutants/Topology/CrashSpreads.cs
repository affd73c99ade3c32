using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("TOP-18", "An error in a partition also crashes another one that runs.")]
internal sealed class CrashSpreads(Machine machine, Admission admission)
    : ServiceProcessor(machine, admission)
{
    internal override Outcome Crash(Partition partition)
    {
        if (Machine.RunningNeighbour(partition) is { } neighbour)
        {
            base.Crash(neighbour);
        }

        return base.Crash(partition);
    }
}
