using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("REP-04", "The target leaves at once, and the spare joins when the server has settled.")]
internal sealed class HoldsNeitherUntilSettled(Machine machine, Admission admission)
    : ServiceProcessor(machine, admission)
{
    private readonly Dictionary<Unit, Partition> joining = [];

    internal override void Swap(Unit target, Unit spare, Partition partition)
    {
        target.MoveTo(null);
        joining[spare] = partition;
    }

    internal override Outcome Apply(Settle request)
    {
        foreach (var (spare, partition) in joining)
        {
            Join(spare, partition);
        }

        joining.Clear();
        return base.Apply(request);
    }
}
