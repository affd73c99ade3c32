using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("QUI-03", "A swap is reported of a hot replace that failed.")]
internal sealed class FailedReplaceReportsASwap(Machine machine, Admission admission)
    : ServiceProcessor(machine, admission)
{
    internal override Outcome FailReplace(Unit target, Unit spare, Partition partition)
    {
        partition.System.Tell(new(NotificationKind.UnitsSwapped, null) { Unit = spare.Id });
        return base.FailReplace(target, spare, partition);
    }
}
