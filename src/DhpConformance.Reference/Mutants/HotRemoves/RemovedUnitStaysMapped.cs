using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("REM-10", "A unit that was hot removed still belongs to its partition.")]
internal sealed class RemovedUnitStaysMapped(Machine machine, Admission admission)
    : ServiceProcessor(machine, admission)
{
    internal override Outcome Remove(Unit unit, Partition partition)
    {
        var outcome = base.Remove(unit, partition);
        unit.MoveTo(partition);
        return outcome;
    }
}
