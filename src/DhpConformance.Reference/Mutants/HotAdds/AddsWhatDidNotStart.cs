using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("ADD-04", "A unit that does not start is hot added all the same.")]
internal sealed class AddsWhatDidNotStart(Machine machine, Admission admission)
    : ServiceProcessor(machine, admission)
{
    internal override Outcome Add(Unit unit, Partition partition)
    {
        unit.FailingComponents = 0;
        return base.Add(unit, partition);
    }
}
