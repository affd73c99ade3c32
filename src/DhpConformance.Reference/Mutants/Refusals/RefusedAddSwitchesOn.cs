using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("REF-01", "A free unit is switched on even though its hot add is refused.")]
internal sealed class RefusedAddSwitchesOn(Machine machine, Admission admission)
    : ServiceProcessor(machine, admission)
{
    internal override Outcome Apply(HotAdd request)
    {
        var outcome = base.Apply(request);
        if (outcome.Kind == OutcomeKind.Refused && Machine.Find(request.Unit) is { Owner: null } unit)
        {
            unit.Power = UnitPower.On;
        }

        return outcome;
    }
}
