using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("ADD-04", "A start failure is forgotten when a hot add of the unit is refused.")]
internal sealed class RefusalUsesUpTheFault(Machine machine, Admission admission)
    : ServiceProcessor(machine, admission)
{
    private readonly HashSet<UnitId> forgotten = [];

    internal override Outcome Apply(HotAdd request)
    {
        var outcome = base.Apply(request);
        if (outcome.Kind == OutcomeKind.Refused)
        {
            forgotten.Add(request.Unit);
        }

        return outcome;
    }

    internal override Outcome Damage(Unit unit, int components)
    {
        forgotten.Remove(unit.Id);
        return base.Damage(unit, components);
    }

    internal override Outcome Add(Unit unit, Partition partition)
    {
        if (forgotten.Contains(unit.Id))
        {
            unit.FailingComponents = 0;
        }

        return base.Add(unit, partition);
    }
}
