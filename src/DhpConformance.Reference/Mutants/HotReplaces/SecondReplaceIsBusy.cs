using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("REP-05", "After one hot replace a partition is busy whenever the next is asked for.")]
internal sealed class SecondReplaceIsBusy(Machine machine) : RefusesHotReplaces(machine)
{
    private readonly HashSet<Partition> served = [];

    protected override RefusalReason? ObjectTo(Unit target, Unit spare, Partition partition) =>
        served.Add(partition) ? null : RefusalReason.Busy;
}
