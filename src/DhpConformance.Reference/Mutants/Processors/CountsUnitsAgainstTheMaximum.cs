namespace DhpConformance.Reference.Mutants;

[Breaks("PROC-09", "A processor counts as one against the maximum, however many logical processors it has.")]
internal sealed class CountsUnitsAgainstTheMaximum(Machine machine) : Admission(machine)
{
    internal override bool ExceedsMaximum(Partition partition, Unit processor) =>
        partition.System.ActiveCount >= partition.System.Maximum;
}
