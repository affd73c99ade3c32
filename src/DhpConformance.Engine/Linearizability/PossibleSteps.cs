using DhpConformance.Abstractions;
using DhpConformance.Engine.Histories;
using DhpConformance.Model.Matching;
using DhpConformance.Model.Monitors;
using DhpConformance.Model.State;
using DhpConformance.Model.Transitions;

namespace DhpConformance.Engine.Linearizability;

/// <summary>
/// The executable model as a sequential specification: from a state, the states that a call leads to if it takes effect
/// there and its answer is right. Several, where the model leaves a choice; none, where the answer is wrong. Equal
/// states have one number, so that whoever searches compares numbers.
/// </summary>
internal sealed class PossibleSteps
{
    // In any order there are 65 ways in which four operations may have ended, and 110,000 for eight.
    private const int MostInAnyOrder = 4;

    private readonly bool maybeAccepted;
    private readonly List<ServerState> states = [];
    private readonly Dictionary<ServerState, int> numbers = new(StateEquality.Instance);
    private readonly Dictionary<(int State, int Call), int[]> known = [];

    public PossibleSteps(Inventory inventory)
    {
        maybeAccepted = inventory.Claims.Has(Claim.AcceptedOperations);
        Initial = NumberOf(ServerState.Initial(inventory));
    }

    /// <summary>The number of the state at the beginning.</summary>
    public int Initial { get; }

    /// <summary>
    /// Whether more accepted operations were under way somewhere than can end in every order: a call that fits nowhere
    /// may fit after an order that was not tried.
    /// </summary>
    public bool IsIncomplete { get; private set; }

    /// <summary>The state with this number.</summary>
    public ServerState this[int state] => states[state];

    /// <summary>The states after this call.</summary>
    /// <param name="state">The number of the state before.</param>
    /// <param name="call">The call.</param>
    public int[] After(int state, HistoryCall call)
    {
        if (!known.TryGetValue((state, call.Number), out var after))
        {
            after = [.. Ended(states[state]).SelectMany(one => Step(one, call)).Select(NumberOf).Distinct()];
            known.Add((state, call.Number), after);
        }

        return after;
    }

    // An observation holds the state to what it shows; an operation leads on if its answer is permitted.
    private IEnumerable<ServerState> Step(ServerState state, HistoryCall call)
    {
        if (call.Operation is not { } operation)
        {
            return call.Observation is { } seen && ObservationMatcher.FirstDifference(state, seen) is null
                ? [ObservationMatcher.Bind(state, seen)] : [];
        }

        if (operation is Settle && !state.Pending.IsEmpty)
        {
            return [];
        }

        var decision = Transition.Decide(state, operation);
        return call.Outcome is { } outcome
            ? decision.Permits(outcome) ? [After(decision, operation, outcome)] : []
            : Unanswered(decision, operation);
    }

    // A refusal changes nothing, and neither does a lost call that never took effect.
    private IEnumerable<ServerState> Unanswered(Decision decision, Operation operation)
    {
        var ended = decision.Endings.Select(decision.After);
        return maybeAccepted && !decision.IsRefusal && operation is not Settle
            ? ended.Append(Settling.Accept(decision.Before, operation))
            : ended;
    }

    private static ServerState After(in Decision decision, Operation operation, Outcome outcome) =>
        outcome.Kind == OutcomeKind.Accepted
            ? Settling.Accept(decision.Before, operation)
            : decision.After(outcome);

    // Each pending operation may have ended by itself in the meantime, in any order; of many the oldest comes first.
    private IEnumerable<ServerState> Ended(ServerState state)
    {
        IsIncomplete |= state.Pending.Length > MostInAnyOrder;
        return Enumerable.Range(0, state.Pending.Length <= MostInAnyOrder ? state.Pending.Length : 1)
            .SelectMany(place => NotificationMonitors.Ends(state, place, 0))
            .SelectMany(Ended)
            .Prepend(state);
    }

    private int NumberOf(ServerState state)
    {
        if (!numbers.TryGetValue(state, out var number))
        {
            number = states.Count;
            states.Add(state);
            numbers.Add(state, number);
        }

        return number;
    }
}
