using DhpConformance.Abstractions;
using DhpConformance.Model.Matching;
using DhpConformance.Model.Notifications;
using DhpConformance.Model.State;
using DhpConformance.Model.Transitions;

namespace DhpConformance.Engine.Execution;

/// <summary>
/// The states a server can be in, as far as its answers tell. One, except while accepted operations are under way:
/// each of them may have had its effect already, or not yet.
/// </summary>
internal sealed class PossibleStates(ServerState initial)
{
    private List<ServerState>? others;
    private KnownMatch? known;
    private int latest;

    /// <summary>One of the possible states; the only one, nearly always.</summary>
    public ServerState Likely { get; private set; } = initial;

    /// <summary>The latest observation that was taken into account; null if there is none.</summary>
    public Observation? Seen => known?.Observation;

    /// <summary>Takes an answer into account. False if it is not a right answer in any of the states.</summary>
    public bool Advance(int number, Operation operation, in Decision decision, Outcome outcome)
    {
        latest = number;
        if (others is not null || !Likely.Pending.IsEmpty)
        {
            return AdvanceAll(operation, outcome);
        }

        if (!decision.Permits(outcome))
        {
            return false;
        }

        Likely = After(operation, decision, outcome);
        return true;
    }

    /// <summary>
    /// Takes an observation into account. Returns what is wrong with the likely state if it fits none of them.
    /// </summary>
    public Mismatch? Narrow(Observation observation)
    {
        var mismatch = Hold(Likely, observation, out var held);
        if (others is null && Likely.Pending.IsEmpty)
        {
            if (mismatch is null)
            {
                Likely = held;
                known = new(held, observation);
            }

            return mismatch;
        }

        var fitting = new List<ServerState>();
        foreach (var state in All().SelectMany(state => WithPendingEnded(state, latest)))
        {
            if (Hold(state, observation, out held) is null)
            {
                fitting.Add(held);
            }
        }

        known = null;
        return Replace(fitting) ? null : mismatch ?? Hold(All().Last(), observation, out _);
    }

    // What captures a variable costs memory as soon as the method is entered, so this has a method of its own.
    private bool AdvanceAll(Operation operation, Outcome outcome) =>
        Replace(All()
            .SelectMany(state => WithPendingEnded(state, latest - 1))
            .Select(state => Transition.Decide(state, operation))
            .Where(decision => !Settling.MustWait(decision, operation) && decision.Permits(outcome))
            .Select(decision => After(operation, decision, outcome)));

    private ServerState After(Operation operation, in Decision decision, Outcome outcome)
    {
        var after = outcome.Kind == OutcomeKind.Accepted
            ? Settling.Accept(decision.Before, operation)
            : decision.After(outcome);
        return Hearing.Remember(after, latest, operation, decision, outcome);
    }

    // Holds an observation against one state: first what it shows, then what was told.
    private Mismatch? Hold(ServerState state, Observation observation, out ServerState held)
    {
        held = state;
        if (ObservationMatcher.FirstDifference(state, observation, known) is { } difference)
        {
            return new(difference, null);
        }

        if (Hearing.FirstBreach(state, observation, latest, out var heard) is { } breach)
        {
            return new(null, breach);
        }

        held = ObservationMatcher.Bind(heard, observation);
        return null;
    }

    // Each pending operation may have ended by itself in the meantime, in any order that makes a difference.
    private static IEnumerable<ServerState> WithPendingEnded(ServerState state, int number) =>
        Enumerable.Range(0, state.Pending.Length)
            .SelectMany(place => WithPendingEnded(Ended(state, place, number), number))
            .Prepend(state);

    private static ServerState Ended(ServerState state, int place, int number)
    {
        var (operation, before) = (state.Pending[place], state with { Pending = state.Pending.RemoveAt(place) });
        return Hearing.RememberEnd(before, number, operation, Transition.Decide(before, operation));
    }

    private IEnumerable<ServerState> All() => others is null ? [Likely] : others.Prepend(Likely);

    private bool Replace(IEnumerable<ServerState> states)
    {
        var list = states.ToList();
        if (list.Count == 0)
        {
            return false;
        }

        Likely = list[0];
        list.RemoveAt(0);
        others = list.Count > 0 ? list : null;
        return true;
    }
}
