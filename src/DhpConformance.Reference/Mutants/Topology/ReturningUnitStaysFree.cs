using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("TOP-03", "A unit that is assigned to a partition it was released from stays free.")]
internal sealed class ReturningUnitStaysFree(Machine machine, Admission admission)
    : ServiceProcessor(machine, admission)
{
    private readonly HashSet<(Unit, Partition?)> left = [];

    internal override Outcome Release(Unit unit)
    {
        left.Add((unit, unit.Owner));
        return base.Release(unit);
    }

    internal override Outcome Assign(Unit unit, Partition partition) =>
        left.Contains((unit, partition)) ? Outcome.Completed : base.Assign(unit, partition);
}
