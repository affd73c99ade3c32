namespace DhpConformance.Reference.Mutants;

[Breaks("TOP-05", "A partition with one logical processor more than its maximum can be started.")]
internal sealed class StartsWithOneProcessorTooMany(Machine machine) : Admission(machine)
{
    internal override bool FitsProcessors(Partition partition) =>
        partition.Processors.Capacity - 1 <= partition.System.Maximum;
}
