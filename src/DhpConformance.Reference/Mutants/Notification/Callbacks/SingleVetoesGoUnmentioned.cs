using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("SYN-10", "A hot add of which one logical processor was vetoed is answered as completed.")]
internal sealed class SingleVetoesGoUnmentioned(Machine machine, Admission admission)
    : ServiceProcessor(machine, admission)
{
    internal override Outcome Add(Unit unit, Partition partition)
    {
        var isSound = unit.FailingComponents == 0;
        var outcome = base.Add(unit, partition);
        return isSound && outcome == Outcome.PartlyCompleted ? Outcome.Completed : outcome;
    }
}
