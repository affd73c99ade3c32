namespace DhpConformance.Reference.Mutants;

[Breaks("MEM-04", "The pools grow when memory is hot added for the second time.")]
internal sealed class PoolsGrowAtTheSecondAdd(Partition partition) : OperatingSystem(partition)
{
    private int adds;

    internal override void AddMemory(Unit module)
    {
        base.AddMemory(module);
        if (++adds == 2)
        {
            SizePools();
        }
    }
}
