namespace DhpConformance.Reference.Mutants;

[Breaks("TOP-05", "A partition can be started with more memory than its limit.")]
internal sealed class StartsBeyondTheMemoryLimit(Machine machine) : Admission(machine)
{
    internal override bool FitsMemory(Partition partition) => true;
}
