using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("REP-04", "The partition holds target and spare until the server has settled.")]
internal sealed class HoldsBothUntilSettled(Machine machine, Admission admission)
    : ServiceProcessor(machine, admission)
{
    private readonly HashSet<Unit> leaving = [];

    internal override void Swap(Unit target, Unit spare, Partition partition)
    {
        Join(spare, partition);
        leaving.Add(target);
    }

    internal override Outcome Apply(Settle request)
    {
        foreach (var unit in leaving)
        {
            unit.MoveTo(null);
        }

        leaving.Clear();
        return base.Apply(request);
    }
}
