using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("REF-01", "A unit of a stopped partition is free after its assignment was refused because it is in use.")]
internal sealed class RefusedAssignReleases(Machine machine, Admission admission)
    : ServiceProcessor(machine, admission)
{
    internal override Outcome Apply(AssignUnit request)
    {
        var outcome = base.Apply(request);
        if (outcome.Refusal == RefusalReason.InUse
            && Machine.Get(request.Unit) is { Owner.State: RunState.Stopped } unit)
        {
            unit.MoveTo(null);
        }

        return outcome;
    }
}
