namespace DhpConformance.Reference.Mutants;

[Breaks("ADD-20", "The third memory module hot added to a partition is not seen.")]
internal sealed class ThirdModuleIsInvisible(Partition partition) : OperatingSystem(partition)
{
    private int adds;

    internal override void AddMemory(Unit module)
    {
        if (++adds != 3)
        {
            base.AddMemory(module);
        }
    }
}
