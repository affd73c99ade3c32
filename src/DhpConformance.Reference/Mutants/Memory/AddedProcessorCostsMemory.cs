namespace DhpConformance.Reference.Mutants;

[Breaks("MEM-01", "A hot added processor takes one byte of memory for itself.")]
internal sealed class AddedProcessorCostsMemory(Partition partition) : OperatingSystem(partition)
{
    internal override void AddProcessor(Unit processor, int components)
    {
        base.AddProcessor(processor, components);
        MemoryBytes--;
    }
}
