namespace DhpConformance.Reference.Mutants;

[Breaks("MEM-04", "The pools grow when memory is hot added.")]
internal sealed class PoolsGrowWithMemory(Partition partition) : OperatingSystem(partition)
{
    internal override void AddMemory(Unit module)
    {
        base.AddMemory(module);
        SizePools();
    }
}
