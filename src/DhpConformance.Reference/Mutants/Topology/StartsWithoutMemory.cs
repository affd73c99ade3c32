namespace DhpConformance.Reference.Mutants;

[Breaks("TOP-05", "A partition without a memory module can be started.")]
internal sealed class StartsWithoutMemory(Machine machine) : Admission(machine)
{
    internal override bool HasMemory(Partition partition) => true;
}
