using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Scopes;
using DhpConformance.Model.State;
using DhpConformance.Model.Transitions;

namespace DhpConformance.Engine.Exhaustive;

/// <summary>
/// What of a state no observation shows: whether the service processor answers, and what will not start. It comes to
/// light only in what is asked next. Without that, a server whose outage ended at a settle was said to behave as
/// specified in every transition: the settle was answered rightly, and nobody looked for the outage.
/// </summary>
internal sealed class UnobservableState(Scope scope)
{
    private readonly bool hasOutages = scope.Requests.Any(request => request is InjectServiceProcessorOutage);
    private readonly bool hasStartFailures = scope.Requests.Any(request => request is InjectStartFailure);
    private readonly ImmutableArray<Operation> others =
        [.. scope.Requests.Where(request => request is not (InjectServiceProcessorOutage or InjectStartFailure))];

    /// <summary>
    /// Shortest sequences, of one request or two, that are answered otherwise if a hidden part of this state is not as
    /// it should be. A part that takes more to come to light is left to the states in which it takes less.
    /// </summary>
    public ImmutableArray<ImmutableArray<Operation>> Probes(ServerState state) =>
    [
        .. Variants(state)
            .Select(variant => One(state, variant.State) ?? Two(state, variant.State, variant.Unit))
            .OfType<ImmutableArray<Operation>>()
            .DistinctBy(probe => (probe[0], probe[^1])),
    ];

    // Nobody sees the difference. Only units that are free can be made to fail, so only those can be mistaken.
    private IEnumerable<(ServerState State, UnitId? Unit)> Variants(ServerState state)
    {
        if (hasOutages)
        {
            yield return (state with { Outage = !state.Outage }, null);
        }

        for (var place = 0; hasStartFailures && place < state.Units.Count; place++)
        {
            var unit = state.Units[place];
            if (unit.IsFree)
            {
                var mistaken = unit with { FailingComponents = unit.FailingComponents == 0 ? 1 : 0 };
                yield return (
                    state with { Units = state.Units.With(place, mistaken) }, state.Inventory.Setup.Units[place].Id);
            }
        }
    }

    private ImmutableArray<Operation>? One(ServerState state, ServerState other)
    {
        foreach (var request in others)
        {
            if (TellsApart(Transition.Decide(state, request), Transition.Decide(other, request)))
            {
                return [request];
            }
        }

        return null;
    }

    // Trying all pairs would take as long as everything else; what comes first is nearly always one of these.
    private ImmutableArray<Operation>? Two(ServerState state, ServerState other, UnitId? unit)
    {
        foreach (var first in others.Where(request => IsFirst(request, unit)))
        {
            var (here, there) = (Transition.Decide(state, first), Transition.Decide(other, first));
            if (!here.IsRefusal && !there.IsRefusal && One(here.Next, there.Next) is { } then)
            {
                return [first, .. then];
            }
        }

        return null;
    }

    private static bool IsFirst(Operation request, UnitId? unit) =>
        request is PowerOnServer or StartPartition || (request is AssignUnit assign && assign.Unit == unit);

    // No answer is right in both.
    private static bool TellsApart(in Decision here, in Decision there) =>
        here.IsRefusal != there.IsRefusal
        || (here.IsRefusal ? !here.Refusals.Overlaps(there.Refusals)
            : here.Or is null && there.Or is null && (here.Failure, here.Partly) != (there.Failure, there.Partly));
}
