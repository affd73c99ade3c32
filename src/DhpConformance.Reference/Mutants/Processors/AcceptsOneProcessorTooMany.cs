namespace DhpConformance.Reference.Mutants;

[Breaks("PROC-09", "A processor is accepted if all but one of its logical processors have room.")]
internal sealed class AcceptsOneProcessorTooMany(Machine machine) : Admission(machine)
{
    internal override bool ExceedsMaximum(Partition partition, Unit processor) =>
        processor.Components - 1 > partition.System.Maximum - partition.System.ActiveCount;
}
