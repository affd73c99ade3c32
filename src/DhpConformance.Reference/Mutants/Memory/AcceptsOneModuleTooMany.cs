namespace DhpConformance.Reference.Mutants;

[Breaks("MEM-11", "Memory is accepted as long as the limit is not reached before the add.")]
internal sealed class AcceptsOneModuleTooMany(Machine machine) : Admission(machine)
{
    internal override bool ExceedsMemoryLimit(Partition partition, Unit module) =>
        partition.System.MemoryBytes >= partition.MemoryLimit;
}
