using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("SYN-10", "A veto of one logical processor rejects its whole unit.")]
internal sealed class OneVetoRejectsTheUnit(Machine machine, Admission admission) : ServiceProcessor(machine, admission)
{
    internal override Outcome Add(Unit unit, Partition partition)
    {
        var vetoes = partition.System.CountVetoes(unit);
        if (vetoes > 0 && vetoes < unit.Components)
        {
            unit.FailingComponents = unit.Components;
        }

        return base.Add(unit, partition);
    }
}
