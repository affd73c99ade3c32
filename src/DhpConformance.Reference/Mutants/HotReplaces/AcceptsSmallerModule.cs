using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("REP-01", "A memory module is replaced by one of any capacity that is of the same type.")]
internal sealed class AcceptsSmallerModule(Machine machine) : Admission(machine)
{
    internal override bool AreIdentical(Unit target, Unit spare) =>
        base.AreIdentical(target, spare)
        || (target.Kind == UnitKind.MemoryModule && spare.Kind == target.Kind && spare.Type == target.Type);
}
