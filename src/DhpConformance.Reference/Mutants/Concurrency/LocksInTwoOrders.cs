using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("LIN-10", "A hot add locks the partition and then the unit, a hot replace the spare and then the partition.")]
internal sealed class LocksInTwoOrders(Machine machine, Admission admission) : ServiceProcessor(machine, admission)
{
    internal override Outcome Apply(HotAdd request) =>
        Machine.Find(request.Partition) is { } partition && Machine.Find(request.Unit) is { } unit
            ? Locked(partition, unit, () => base.Apply(request))
            : base.Apply(request);

    internal override Outcome Apply(HotReplace request) =>
        Machine.Find(request.Partition) is { } partition && Machine.Find(request.Spare) is { } spare
            ? Locked(spare, partition, () => base.Apply(request))
            : base.Apply(request);

    private Outcome Locked(object first, object second, Func<Outcome> act)
    {
        var gate = Machine.Gate;
        gate.Take(first);
        try
        {
            gate.Take(second);
            try
            {
                return act();
            }
            finally
            {
                gate.Return(second);
            }
        }
        finally
        {
            gate.Return(first);
        }
    }
}
