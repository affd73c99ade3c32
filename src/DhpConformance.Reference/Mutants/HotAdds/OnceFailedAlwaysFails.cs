using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("ADD-01", "A unit that once failed to start fails at every later hot add.")]
internal sealed class OnceFailedAlwaysFails(Machine machine, Admission admission)
    : ServiceProcessor(machine, admission)
{
    private readonly HashSet<Unit> failed = [];

    internal override Outcome Add(Unit unit, Partition partition) =>
        failed.Contains(unit) && unit.FailingComponents == 0 ? FailAdd(unit, partition) : base.Add(unit, partition);

    internal override Outcome FailAdd(Unit unit, Partition partition)
    {
        failed.Add(unit);
        return base.FailAdd(unit, partition);
    }
}
