using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Variants;

/// <summary>Restarts a partition as soon as an error has occurred in it.</summary>
internal class RestartsCrashed(Machine machine, Admission admission) : ServiceProcessor(machine, admission)
{
    internal override Outcome Crash(Partition partition)
    {
        base.Crash(partition);
        return Restarts(partition) ? Start(partition) : Outcome.Completed;
    }

    internal virtual bool Restarts(Partition partition) => true;
}
