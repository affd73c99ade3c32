using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Model.Matching;
using DhpConformance.Model.Monitors;
using DhpConformance.Model.State;
using DhpConformance.Model.Transitions;

namespace DhpConformance.Engine.Execution;

/// <summary>
/// The states a server can be in, as far as its answers tell. One, except while accepted operations are under way:
/// each of them may have had its effect already, or not yet.
/// </summary>
internal sealed class PossibleStates(ServerState initial)
{
    // Enough for six operations that end in any order where consumers are notified of it: their states differ by the
    // order, too, and are 1,957. For eight without notifications they are 1,025.
    private const int MostInAnyOrder = 2_000;

    // Each may also end without effect during an outage, which doubles the states.
    private const int MostInOrder = 64;

    private List<ServerState>? others;
    private KnownMatch? known;

    // Whether a state may be missing: too many could have come of what was accepted, or nobody could find out which of
    // it told what.
    private bool isIncomplete;
    private int latest;

    /// <summary>One of the possible states; the only one, nearly always.</summary>
    public ServerState Likely { get; private set; } = initial;

    /// <summary>How many states are possible.</summary>
    public int Count => 1 + (others?.Count ?? 0);

    /// <summary>What was accepted and has ended between the latest two observations, in the likely state.</summary>
    public ImmutableArray<EndedOperation> Ended { get; private set; } = [];

    /// <summary>The latest observation that was taken into account; null if there is none.</summary>
    public Observation? Seen => known?.Observation;

    /// <summary>
    /// Whether none of the states explains the server, but one that is missing may: too many accepted operations have
    /// ended by themselves, or told too much. Then nobody knows whether it is right, and it must not be accused.
    /// </summary>
    public bool IsUndecided { get; private set; }

    /// <summary>Takes an answer into account. False if it is not a right answer in any of the states.</summary>
    public bool Advance(int number, Operation operation, in Decision decision, Outcome outcome)
    {
        latest = number;
        if (others is not null || !Likely.Pending.IsEmpty)
        {
            var isRight = AdvanceAll(operation, outcome);
            IsUndecided = !isRight && isIncomplete;
            return isRight;
        }

        if (!decision.Permits(outcome))
        {
            IsUndecided = isIncomplete;
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
        Ended = [];
        var effort = new SearchEffort();
        var mismatch = Hold(Likely, observation, effort, out var held);
        if (others is null && Likely.Pending.IsEmpty)
        {
            isIncomplete |= effort.IsUsedUp;
            IsUndecided = mismatch is not null && isIncomplete;
            if (mismatch is null)
            {
                Likely = held;
                known = new(held, observation);
            }

            return mismatch;
        }

        var fitting = new List<ServerState>();
        Mismatch? told = null;
        foreach (var state in WithPendingEnded(latest))
        {
            var wrong = Hold(state, observation, effort, out held);
            if (wrong is null)
            {
                Ended = fitting.Count == 0 ? [.. NotificationMonitors.Ended(state)] : Ended;
                fitting.Add(held);
            }

            told ??= wrong is { NotificationViolation: not null } ? wrong : null;
        }

        known = null;
        isIncomplete |= effort.IsUsedUp;
        IsUndecided = fitting.Count == 0 && isIncomplete;

        // Where it is in one of the states, with other notifications, those are what is wrong with it.
        return Replace(fitting) ? null : told ?? mismatch ?? Hold(All().Last(), observation, effort, out _);
    }

    // What captures a variable costs memory as soon as the method is entered, so this has a method of its own.
    private bool AdvanceAll(Operation operation, Outcome outcome) =>
        Replace(WithPendingEnded(latest - 1)
            .Where(state => operation is not Settle || state.Pending.IsEmpty)
            .Select(state => Transition.Decide(state, operation))
            .Where(decision => !Settling.MustWait(decision, operation) && decision.Permits(outcome))
            .Select(decision => After(operation, decision, outcome)));

    private ServerState After(Operation operation, in Decision decision, Outcome outcome)
    {
        var after = outcome.Kind == OutcomeKind.Accepted
            ? Settling.Accept(decision.Before, operation)
            : decision.After(outcome);
        return NotificationMonitors.Remember(after, latest, operation, decision, outcome);
    }

    // Holds an observation against one state: first what it shows, then the notifications.
    private Mismatch? Hold(ServerState state, Observation observation, SearchEffort effort, out ServerState held)
    {
        held = state;
        if (ObservationMatcher.FirstDifference(state, observation, known) is { } difference)
        {
            return new(difference, null);
        }

        if (NotificationMonitors.FirstViolation(state, observation, latest, effort.Take, out var heard)
            is { } wrongNotification)
        {
            return new(null, wrongNotification);
        }

        held = ObservationMatcher.Bind(heard, observation);
        return null;
    }

    // Each pending operation may have ended by itself in the meantime, in any order; of very many the oldest ends
    // first. States in which fewer have ended come first.
    private List<ServerState> WithPendingEnded(int number)
    {
        var known = new HashSet<ServerState>(StateEquality.Instance);
        var states = All().Where(known.Add).ToList();
        var given = states.Count;
        for (var i = 0; i < states.Count && states.Count < MostInAnyOrder; i++)
        {
            for (var place = 0; place < states[i].Pending.Length; place++)
            {
                states.AddRange(NotificationMonitors.Ends(states[i], place, number).Where(known.Add));
            }
        }

        if (states.Count >= MostInAnyOrder)
        {
            isIncomplete = true;
            states.AddRange(states[..given].SelectMany(state => InOrder(state, number)).Where(known.Add));
        }

        return states;
    }

    private static IEnumerable<ServerState> InOrder(ServerState state, int number)
    {
        List<ServerState> latest = [state];
        while (latest.Count > 0)
        {
            latest =
            [
                .. latest.Where(one => !one.Pending.IsEmpty)
                    .SelectMany(one => NotificationMonitors.Ends(one, 0, number))
                    .Distinct(StateEquality.Instance).Take(MostInOrder),
            ];
            foreach (var one in latest)
            {
                yield return one;
            }
        }
    }

    private IEnumerable<ServerState> All() => others is null ? [Likely] : others.Prepend(Likely);

    // Three accepted operations end in six orders, most of which lead to the same state. A server that accepts all
    // operations would multiply the states at each of them.
    private bool Replace(IEnumerable<ServerState> states)
    {
        var list = states.Distinct(StateEquality.Instance).ToList();
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
