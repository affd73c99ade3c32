using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("ADD-01", "Nothing can be hot added while a second partition runs.")]
internal sealed class AddsOnlyToTheOneThatRuns(Machine machine) : RefusesHotAdds(machine)
{
    protected override RefusalReason? ObjectTo(Unit unit, Partition partition) =>
        Machine.RunningNeighbour(partition) is null ? null : RefusalReason.Busy;
}
