using System.Collections.Immutable;
using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("TOP-14", "An I/O host bridge that is released is no longer shown in the server.")]
internal sealed class LosesReleasedUnits(Machine machine, Admission admission)
    : ServiceProcessor(machine, admission)
{
    private readonly HashSet<UnitId> lost = [];

    internal override Outcome Release(Unit unit)
    {
        if (unit.Kind == UnitKind.IoHostBridge)
        {
            lost.Add(unit.Id);
        }

        return base.Release(unit);
    }

    internal override ImmutableArray<UnitObservation> ObserveUnits() =>
        base.ObserveUnits().RemoveAll(unit => lost.Contains(unit.Id));
}
