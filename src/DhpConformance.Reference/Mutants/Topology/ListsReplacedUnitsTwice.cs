using System.Collections.Immutable;
using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("TOP-14", "A unit that was hot replaced is listed twice from then on.")]
internal sealed class ListsReplacedUnitsTwice(Machine machine, Admission admission)
    : ServiceProcessor(machine, admission)
{
    private readonly HashSet<UnitId> replaced = [];

    internal override void Swap(Unit target, Unit spare, Partition partition)
    {
        base.Swap(target, spare, partition);
        replaced.Add(target.Id);
    }

    internal override ImmutableArray<UnitObservation> ObserveUnits() =>
        [.. base.ObserveUnits().SelectMany(unit => Enumerable.Repeat(unit, replaced.Contains(unit.Id) ? 2 : 1))];
}
