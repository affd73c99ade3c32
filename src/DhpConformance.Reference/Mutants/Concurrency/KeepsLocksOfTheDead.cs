using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("LIN-10", "A hot operation locks its partition, and keeps the lock if its client ends meanwhile.")]
internal sealed class KeepsLocksOfTheDead(Machine machine, Admission admission) : ServiceProcessor(machine, admission)
{
    internal override Outcome Apply(HotAdd request) => Locked(request.Partition, () => base.Apply(request));

    internal override Outcome Apply(HotReplace request) => Locked(request.Partition, () => base.Apply(request));

    private Outcome Locked(PartitionId id, Func<Outcome> act)
    {
        if (Machine.Find(id) is not { } partition)
        {
            return act();
        }

        var client = Machine.Client;
        Machine.Gate.Take(partition);
        var outcome = act();
        if (!Machine.HasEnded(client))
        {
            Machine.Gate.Return(partition);
        }

        return outcome;
    }
}
