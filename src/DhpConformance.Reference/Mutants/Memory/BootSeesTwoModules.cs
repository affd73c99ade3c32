namespace DhpConformance.Reference.Mutants;

[Breaks("MEM-01", "At boot only the first two memory modules are seen.")]
internal sealed class BootSeesTwoModules(Partition partition) : OperatingSystem(partition)
{
    internal override void Boot()
    {
        base.Boot();
        for (var i = 2; i < Partition.MemoryModules.Count; i++)
        {
            MemoryBytes -= Partition.MemoryModules[i].Capacity;
        }
    }
}
