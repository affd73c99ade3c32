namespace DhpConformance.Reference.Variants;

/// <summary>Shows another amount of memory than its modules have.</summary>
/// <param name="partition">The partition that it is installed in.</param>
/// <param name="shown">How many bytes it shows of so many.</param>
internal class ShowsLessMemory(Partition partition, Func<long, long> shown) : OperatingSystem(partition)
{
    internal override void Boot()
    {
        base.Boot();
        Count(Partition.MemoryModules.Capacity);
    }

    internal override void AddMemory(Unit module) => Count(Partition.MemoryModules.Capacity);

    internal override void Remove(Unit unit)
    {
        base.Remove(unit);
        Count(Partition.MemoryModules.Capacity);
    }

    /// <summary>Shows what there is to show of so many bytes.</summary>
    protected void Count(long held) => MemoryBytes = shown(held);
}
