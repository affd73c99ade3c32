namespace DhpConformance.Reference.Mutants;

[Breaks("PROC-07", "A hot add of memory parks a processor if there are two or more.")]
internal sealed class MemoryAddParksAProcessor(Partition partition) : OperatingSystem(partition)
{
    internal override void AddMemory(Unit module)
    {
        base.AddMemory(module);
        if (Partition.Processors.Count > 1)
        {
            Active.Deactivate(Partition.Processors[0].Id);
        }
    }
}
