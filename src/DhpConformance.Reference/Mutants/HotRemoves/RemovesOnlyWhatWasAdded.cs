using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("REM-10", "Units that were there at the start cannot be hot removed.")]
internal sealed class RemovesOnlyWhatWasAdded(Machine machine) : Admission(machine)
{
    private readonly HashSet<UnitId> added = [];

    internal override RefusalReason? WhyNot(HotAdd request)
    {
        var reason = base.WhyNot(request);
        if (reason is null)
        {
            added.Add(request.Unit);
        }

        return reason;
    }

    internal override RefusalReason? WhyNot(HotRemove request) =>
        base.WhyNot(request) ?? (added.Contains(request.Unit) ? null : RefusalReason.Busy);
}
