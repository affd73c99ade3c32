using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("REP-21", "The target is gone from its partition when the spare does not start.")]
internal sealed class FailedReplaceLosesTheTarget(Machine machine, Admission admission)
    : ServiceProcessor(machine, admission)
{
    internal override Outcome FailReplace(Unit target, Unit spare, Partition partition)
    {
        target.MoveTo(null);
        return base.FailReplace(target, spare, partition);
    }
}
