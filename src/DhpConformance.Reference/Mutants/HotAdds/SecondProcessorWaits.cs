namespace DhpConformance.Reference.Mutants;

[Breaks("ADD-10", "The second processor hot added to a partition stays inactive until the next start.")]
internal sealed class SecondProcessorWaits(Partition partition) : OperatingSystem(partition)
{
    private int adds;

    internal override void AddProcessor(Unit processor, int components)
    {
        if (components < processor.Components || ++adds != 2)
        {
            base.AddProcessor(processor, components);
        }
    }
}
