using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Variants;

/// <summary>Declines a hot remove in one way or another, and carries out each fourth.</summary>
internal class DeclinesRemovals(Machine machine, Admission admission) : ServiceProcessor(machine, admission)
{
    private int asked;

    internal override Outcome Remove(Unit unit, Partition partition) => (asked++ % 4) switch
    {
        0 => Fail(unit, partition, FailureReason.RejectedByOperatingSystem),
        1 => Fail(unit, partition, FailureReason.TimedOut),
        2 => Outcome.Refused(RefusalReason.Busy),
        _ => base.Remove(unit, partition),
    };

    internal virtual Outcome Fail(Unit unit, Partition partition, FailureReason reason)
    {
        partition.System.Record(HotOperation.Remove, unit, OutcomeKind.Failed);
        return Outcome.Failed(reason);
    }
}
