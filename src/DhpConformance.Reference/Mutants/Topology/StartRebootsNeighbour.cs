using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("TOP-04", "Starting a partition silently reboots another one that runs.")]
internal sealed class StartRebootsNeighbour(Machine machine, Admission admission)
    : ServiceProcessor(machine, admission)
{
    internal override Outcome Start(Partition partition)
    {
        Machine.RunningNeighbour(partition)?.System.Boot();
        return base.Start(partition);
    }
}
