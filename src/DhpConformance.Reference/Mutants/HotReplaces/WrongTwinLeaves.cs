namespace DhpConformance.Reference.Mutants;

[Breaks("REP-18", "If the partition holds a unit identical to the target, that one leaves in its place.")]
internal sealed class WrongTwinLeaves(Machine machine, Admission admission)
    : ServiceProcessor(machine, admission)
{
    internal override void Swap(Unit target, Unit spare, Partition partition)
    {
        var twin = Machine.Units.FirstOrDefault(
            unit => unit.Owner == partition && unit != target && unit.IsIdenticalTo(target));
        base.Swap(twin ?? target, spare, partition);
    }
}
