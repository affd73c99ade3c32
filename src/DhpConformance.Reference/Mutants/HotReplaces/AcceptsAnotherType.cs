namespace DhpConformance.Reference.Mutants;

[Breaks("REP-01", "A spare of another type is accepted if kind and capacity are equal.")]
internal sealed class AcceptsAnotherType(Machine machine) : Admission(machine)
{
    internal override bool AreIdentical(Unit target, Unit spare) =>
        target.Kind == spare.Kind && target.Capacity == spare.Capacity;
}
