using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("REP-18", "A unit that was replaced goes to a stopped partition instead of becoming free.")]
internal sealed class TargetGoesToAnother(Machine machine, Admission admission)
    : ServiceProcessor(machine, admission)
{
    internal override void Swap(Unit target, Unit spare, Partition partition)
    {
        base.Swap(target, spare, partition);
        target.MoveTo(Machine.Partitions.FirstOrDefault(other => other.State == RunState.Stopped));
    }
}
