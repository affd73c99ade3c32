using DhpConformance.Reference.Variants;

namespace DhpConformance.Reference.Mutants;

[Breaks("TRT-01", "It declares hot-changes-end-at-restart, and they last when two units were added.")]
internal sealed class HotAddsLastAfterRestart(Machine machine, KnowsHotChanges admission)
    : EndsHotChanges(machine, admission)
{
    internal override void End(Partition partition)
    {
        if (Known.Leaving(partition).Count < 2)
        {
            base.End(partition);
        }
    }
}
