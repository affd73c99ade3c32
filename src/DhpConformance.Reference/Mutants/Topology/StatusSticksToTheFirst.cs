using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("TOP-22", "The status goes on showing the first hot operation unless a later one fails.")]
internal sealed class StatusSticksToTheFirst(Partition partition) : OperatingSystem(partition)
{
    internal override void Record(HotOperation operation, Unit unit, OutcomeKind outcome)
    {
        if (LatestHotOperation is null || outcome == OutcomeKind.Failed)
        {
            base.Record(operation, unit, outcome);
        }
    }
}
