using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("REF-03", "A unit that did not start belongs to the partition after its hot add has failed.")]
internal sealed class FailedAddKeepsTheUnit(Machine machine, Admission admission)
    : ServiceProcessor(machine, admission)
{
    internal override Outcome FailAdd(Unit unit, Partition partition)
    {
        unit.MoveTo(partition);
        return base.FailAdd(unit, partition);
    }
}
