namespace DhpConformance.Reference.Mutants;

[Breaks("MEM-05", "The nonpaged pool is empty if the partition starts with a single memory module.")]
internal sealed class NoPoolInASingleModule(Partition partition) : OperatingSystem(partition)
{
    internal override void SizePools()
    {
        base.SizePools();
        if (Partition.MemoryModules.Count == 1)
        {
            NonpagedPoolBytes = 0;
        }
    }
}
