using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("TOP-22", "After a hot replace the status names the target and not the spare.")]
internal sealed class StatusNamesTheTarget(Machine machine, Admission admission)
    : ServiceProcessor(machine, admission)
{
    internal override Outcome Replace(Unit target, Unit spare, Partition partition)
    {
        var outcome = base.Replace(target, spare, partition);
        if (outcome == Outcome.Completed)
        {
            partition.System.Record(HotOperation.Replace, target, outcome.Kind);
        }

        return outcome;
    }
}
