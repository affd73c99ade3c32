namespace DhpConformance.Reference.Mutants;

[Breaks("TOP-06", "The last logical processor of a unit is counted to the first unit of the partition.")]
internal sealed class LastThreadStrays(Partition partition) : OperatingSystem(partition)
{
    internal override void Activate(Unit processor, int components)
    {
        base.Activate(processor, components - 1);
        Active.Activate(Partition.Processors[0].Id);
    }
}
