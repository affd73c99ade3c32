using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("CON-04", "A driver that was deregistered is notified of a memory module that arrives later.")]
internal sealed class TellsWhoHasLeft(Machine machine, Admission admission) : TellsTheGone(machine, admission)
{
    internal override Outcome Deregister(ConsumerId consumer, Partition partition)
    {
        Gone[consumer] = partition;
        return base.Deregister(consumer, partition);
    }
}
