using System.Collections.Immutable;
using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("LIN-04", "A hot replace takes the target out, lets others look, and puts the spare in.")]
internal sealed class ReplacesInTwoSteps(Machine machine, Admission admission) : ServiceProcessor(machine, admission)
{
    private readonly object changes = new();

    internal override void Swap(Unit target, Unit spare, Partition partition)
    {
        target.MoveTo(null);
        Machine.Gate.Pause("took the target out");
        Join(spare, partition);
    }

    /// <summary>Has changes wait for each other, and not who only looks.</summary>
    internal sealed class Handler(ReplacesInTwoSteps service) : RequestHandler(service)
    {
        internal override Outcome Handle(Operation operation)
        {
            var gate = service.Machine.Gate;
            gate.Take(service.changes);
            try
            {
                return base.Handle(operation);
            }
            finally
            {
                gate.Return(service.changes);
            }
        }
    }
}

[Breaks("LIN-07", "An observation reads the map, lets others go on, and reads the partitions.")]
internal sealed class ObservesInTwoSteps(Machine machine, Admission admission) : ServiceProcessor(machine, admission)
{
    internal override ImmutableArray<UnitObservation> ObserveUnits()
    {
        var units = base.ObserveUnits();
        Machine.Gate.Pause("read the map");
        return units;
    }
}

[Breaks("LIN-07", "A client is shown the map as it last saw it until it changes something itself.")]
internal sealed class ShowsOldMapToOthers(Machine machine, Admission admission) : ServiceProcessor(machine, admission)
{
    private readonly Dictionary<int, ImmutableArray<UnitObservation>> seen = [];

    internal override ImmutableArray<UnitObservation> ObserveUnits() =>
        seen.TryGetValue(Machine.Client, out var old) ? old : seen[Machine.Client] = base.ObserveUnits();

    /// <summary>Forgets what the client has seen that asks now.</summary>
    internal void Forget() => seen.Remove(Machine.Client);

    /// <summary>Forgets what a client has seen before its request is carried out.</summary>
    internal sealed class Handler(ShowsOldMapToOthers service) : RequestHandler(service)
    {
        internal override Outcome Handle(Operation operation)
        {
            service.Forget();
            return base.Handle(operation);
        }
    }
}
