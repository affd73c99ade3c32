using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("PROC-08", "The maximum shown grows by each processor that is hot added.")]
internal sealed class MaximumGrowsWithEachAdd(Partition partition) : OperatingSystem(partition)
{
    private int grown;

    internal override void Boot()
    {
        base.Boot();
        grown = 0;
    }

    internal override void AddProcessor(Unit processor, int components)
    {
        base.AddProcessor(processor, components);
        grown += components;
    }

    internal override PartitionObservation Observe() =>
        Partition.Runs ? base.Observe() with { MaximumProcessors = Maximum + grown } : base.Observe();
}
