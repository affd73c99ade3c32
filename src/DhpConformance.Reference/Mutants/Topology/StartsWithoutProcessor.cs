namespace DhpConformance.Reference.Mutants;

[Breaks("TOP-05", "A partition without a processor can be started.")]
internal sealed class StartsWithoutProcessor(Machine machine) : Admission(machine)
{
    internal override bool HasProcessor(Partition partition) => true;
}
