using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("ADD-01", "A unit that is switched off cannot be hot added.")]
internal sealed class RefusesUnitsThatAreOff(Machine machine) : RefusesHotAdds(machine)
{
    protected override RefusalReason? ObjectTo(Unit unit, Partition partition) =>
        unit.Power == UnitPower.Off ? RefusalReason.NotPresent : null;
}
