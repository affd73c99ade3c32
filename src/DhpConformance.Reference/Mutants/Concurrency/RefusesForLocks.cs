using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

/// <summary>A service processor whose hot adds take time, and which turns others down meanwhile.</summary>
internal abstract class RefusesForLocks(Machine machine, Admission admission) : ServiceProcessor(machine, admission)
{
    private readonly HashSet<Partition> adding = [];

    internal override Outcome Apply(HotAdd request)
    {
        if (Admission.WhyNot(request) is not null)
        {
            return base.Apply(request);
        }

        var partition = Machine.Get(request.Partition);
        if (WhyNot(partition, adding) is { } reason)
        {
            return Outcome.Refused(reason);
        }

        adding.Add(partition);
        try
        {
            Machine.Gate.Pause("began a hot add");
            return base.Apply(request);
        }
        finally
        {
            adding.Remove(partition);
        }
    }

    /// <summary>
    /// Why a hot add that could be granted is turned down while others are under way; null if it is not.
    /// </summary>
    protected abstract RefusalReason? WhyNot(Partition partition, HashSet<Partition> adding);
}

[Breaks("LIN-06", "A hot add to a partition that is just getting another unit is refused as in use.")]
internal sealed class SaysInUseForBusy(Machine machine, Admission admission) : RefusesForLocks(machine, admission)
{
    protected override RefusalReason? WhyNot(Partition partition, HashSet<Partition> adding) =>
        adding.Contains(partition) ? RefusalReason.InUse : null;
}

[Breaks("LIN-08", "A hot add that is refused as busy leaves its lock behind, so that all later ones are busy.")]
internal sealed class LeavesLockBehind(Machine machine, Admission admission) : RefusesForLocks(machine, admission)
{
    private bool isLocked;

    protected override RefusalReason? WhyNot(Partition partition, HashSet<Partition> adding)
    {
        isLocked |= adding.Contains(partition);
        return isLocked ? RefusalReason.Busy : null;
    }
}

[Breaks("LIN-09", "A hot add is refused as busy while another partition gets a unit.")]
internal sealed class BusyWithOtherPartitions(Machine machine, Admission admission)
    : RefusesForLocks(machine, admission)
{
    protected override RefusalReason? WhyNot(Partition partition, HashSet<Partition> adding) =>
        adding.Count > 0 ? RefusalReason.Busy : null;
}
