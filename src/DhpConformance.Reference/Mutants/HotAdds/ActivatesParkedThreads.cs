namespace DhpConformance.Reference.Mutants;

[Breaks("ADD-04", "Components that did not start are counted as active.")]
internal sealed class ActivatesParkedThreads(Partition partition) : OperatingSystem(partition)
{
    internal override void AddProcessor(Unit processor, int components) =>
        base.AddProcessor(processor, processor.Components);
}
