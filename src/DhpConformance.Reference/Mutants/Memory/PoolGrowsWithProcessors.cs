namespace DhpConformance.Reference.Mutants;

[Breaks("MEM-04", "The nonpaged pool grows when a processor is hot added.")]
internal sealed class PoolGrowsWithProcessors(Partition partition) : OperatingSystem(partition)
{
    internal override void AddProcessor(Unit processor, int components)
    {
        base.AddProcessor(processor, components);
        NonpagedPoolBytes++;
    }
}
