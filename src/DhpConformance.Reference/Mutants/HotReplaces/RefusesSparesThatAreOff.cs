using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("REP-05", "A unit that is switched off is refused as a spare.")]
internal sealed class RefusesSparesThatAreOff(Machine machine) : RefusesHotReplaces(machine)
{
    protected override RefusalReason? ObjectTo(Unit target, Unit spare, Partition partition) =>
        spare.Power == UnitPower.Off ? RefusalReason.NotPresent : null;
}
