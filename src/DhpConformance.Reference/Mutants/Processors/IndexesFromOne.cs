using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("PROC-24", "System-wide indexes count from 1.")]
internal sealed class IndexesFromOne(Partition partition) : OperatingSystem(partition)
{
    internal override PartitionObservation Observe()
    {
        var shown = base.Observe();
        return shown with { Processors = [.. shown.Processors.Select(each => each with { Index = each.Index + 1 })] };
    }
}
