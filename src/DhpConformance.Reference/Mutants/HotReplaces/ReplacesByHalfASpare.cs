using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("REP-21", "A spare of which some components do not start is taken as if it were whole.")]
internal sealed class ReplacesByHalfASpare(Machine machine, Admission admission)
    : ServiceProcessor(machine, admission)
{
    internal override Outcome Replace(Unit target, Unit spare, Partition partition)
    {
        if (spare.FailingComponents < spare.Components)
        {
            spare.FailingComponents = 0;
        }

        return base.Replace(target, spare, partition);
    }
}
