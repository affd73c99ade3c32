namespace DhpConformance.Reference.Mutants;

[Breaks("PROC-11", "A partition with more than two processors boots without the last of them.")]
internal sealed class BootLeavesOneOut(Partition partition) : OperatingSystem(partition)
{
    internal override void Boot()
    {
        base.Boot();
        if (Partition.Processors.Count > 2)
        {
            Active.Deactivate(Partition.Processors[Partition.Processors.Count - 1].Id);
        }
    }
}
