using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("ADD-01", "A unit that was released from a partition cannot be hot added to it again.")]
internal sealed class RefusesReturningUnits(Machine machine) : RefusesHotAdds(machine)
{
    private readonly HashSet<(Unit, Partition)> left = [];

    internal override RefusalReason? WhyNot(ReleaseUnit request)
    {
        var reason = base.WhyNot(request);
        if (reason is null && Machine.Get(request.Unit) is { Owner: { } owner } unit)
        {
            left.Add((unit, owner));
        }

        return reason;
    }

    protected override RefusalReason? ObjectTo(Unit unit, Partition partition) =>
        left.Contains((unit, partition)) ? RefusalReason.InUse : null;
}
