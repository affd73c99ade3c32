namespace DhpConformance.Reference.Mutants;

[Breaks("MEM-05", "The paged pool alone is as large as the memory.")]
internal sealed class PoolsOutgrowMemory(Partition partition) : OperatingSystem(partition)
{
    internal override void SizePools()
    {
        base.SizePools();
        PagedPoolBytes = MemoryBytes;
    }
}
