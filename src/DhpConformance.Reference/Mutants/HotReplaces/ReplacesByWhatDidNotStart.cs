using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("REP-21", "A spare that does not start takes the place of the target.")]
internal sealed class ReplacesByWhatDidNotStart(Machine machine, Admission admission)
    : ServiceProcessor(machine, admission)
{
    internal override Outcome Replace(Unit target, Unit spare, Partition partition)
    {
        spare.FailingComponents = 0;
        return base.Replace(target, spare, partition);
    }
}
