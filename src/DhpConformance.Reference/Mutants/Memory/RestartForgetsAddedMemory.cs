namespace DhpConformance.Reference.Mutants;

[Breaks("MEM-01", "Memory that was hot added is not counted at the next boot.")]
internal sealed class RestartForgetsAddedMemory(Partition partition) : OperatingSystem(partition)
{
    private readonly HashSet<Unit> added = [];

    internal override void AddMemory(Unit module)
    {
        base.AddMemory(module);
        added.Add(module);
    }

    internal override void Boot()
    {
        base.Boot();
        MemoryBytes -= added.Where(module => module.Owner == Partition).Sum(module => module.Capacity);
        added.Clear();
    }
}
