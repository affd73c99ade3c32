using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("REP-01", "A memory module is accepted as a spare if it has as many whole GiB as the target.")]
internal sealed class ComparesWholeGibibytes(Machine machine) : Admission(machine)
{
    private const long GiB = 1L << 30;

    internal override bool AreIdentical(Unit target, Unit spare) =>
        base.AreIdentical(target, spare)
        || (target.Kind == UnitKind.MemoryModule && spare.Kind == UnitKind.MemoryModule && target.Type == spare.Type
            && target.Capacity / GiB == spare.Capacity / GiB);
}
