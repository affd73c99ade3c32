namespace DhpConformance.Reference.Mutants;

[Breaks("REP-01", "A spare with more capacity than the target is accepted.")]
internal sealed class AcceptsLargerSpare(Machine machine) : Admission(machine)
{
    internal override bool AreIdentical(Unit target, Unit spare) =>
        target.Kind == spare.Kind && target.Type == spare.Type && target.Capacity <= spare.Capacity;
}
