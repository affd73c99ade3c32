using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("DYN-06", "The operating system stops when a memory module is hot replaced.")]
internal sealed class ReplacedMemoryNeedsARestart(Partition partition) : OperatingSystem(partition)
{
    internal override void Replace(Unit target, Unit spare)
    {
        base.Replace(target, spare);
        if (target.Kind == UnitKind.MemoryModule)
        {
            Partition.State = RunState.Stopped;
        }
    }
}
