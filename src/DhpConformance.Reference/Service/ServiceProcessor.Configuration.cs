using DhpConformance.Abstractions;

namespace DhpConformance.Reference;

/// <content>Configuration.</content>
internal partial class ServiceProcessor
{
    internal virtual Outcome Apply(AssignUnit request) =>
        Refusal(Admission.WhyNot(request)) ?? Assign(Machine.Get(request.Unit), Machine.Get(request.Partition));

    internal virtual Outcome Apply(ReleaseUnit request) =>
        Refusal(Admission.WhyNot(request)) ?? Release(Machine.Get(request.Unit));

    internal virtual Outcome Apply(SwitchUnitPower request) =>
        Refusal(Admission.WhyNot(request)) ?? SwitchPower(Machine.Get(request.Unit), request.Power);

    internal virtual Outcome Assign(Unit unit, Partition partition)
    {
        unit.MoveTo(partition);
        unit.Power = UnitPower.On;
        unit.FailingComponents = 0;
        return Outcome.Completed;
    }

    internal virtual Outcome Release(Unit unit)
    {
        unit.MoveTo(null);
        return Outcome.Completed;
    }

    internal virtual Outcome SwitchPower(Unit unit, UnitPower power)
    {
        unit.Power = power;
        return Outcome.Completed;
    }
}
