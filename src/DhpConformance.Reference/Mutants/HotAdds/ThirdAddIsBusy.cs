using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("ADD-01", "A partition takes two hot adds and is busy from then on.")]
internal sealed class ThirdAddIsBusy(Machine machine) : RefusesHotAdds(machine)
{
    private readonly Dictionary<Partition, int> adds = [];

    protected override RefusalReason? ObjectTo(Unit unit, Partition partition)
    {
        var earlier = adds.GetValueOrDefault(partition);
        adds[partition] = earlier + 1;
        return earlier < 2 ? null : RefusalReason.Busy;
    }
}
