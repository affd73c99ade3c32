using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("REP-05", "A unit that was replaced once fails whenever it is to be the spare.")]
internal sealed class ReturningUnitFails(Machine machine, Admission admission)
    : ServiceProcessor(machine, admission)
{
    private readonly HashSet<Unit> replaced = [];

    internal override Outcome Replace(Unit target, Unit spare, Partition partition)
    {
        if (replaced.Contains(spare) && spare.FailingComponents == 0)
        {
            return FailReplace(target, spare, partition);
        }

        var outcome = base.Replace(target, spare, partition);
        if (outcome == Outcome.Completed)
        {
            replaced.Add(target);
        }

        return outcome;
    }
}
