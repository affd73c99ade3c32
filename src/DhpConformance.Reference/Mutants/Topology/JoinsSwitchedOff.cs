namespace DhpConformance.Reference.Mutants;

[Breaks("TOP-08", "A unit that was switched off is still off after it has joined a running partition.")]
internal sealed class JoinsSwitchedOff(Machine machine, Admission admission)
    : ServiceProcessor(machine, admission)
{
    internal override void Join(Unit unit, Partition partition) => unit.MoveTo(partition);
}
