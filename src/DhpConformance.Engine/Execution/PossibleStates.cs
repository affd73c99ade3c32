using DhpConformance.Abstractions;
using DhpConformance.Model.Matching;
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

    /// <summary>One of the possible states; the only one, nearly always.</summary>
    public ServerState Likely { get; private set; } = initial;

    /// <summary>Takes an answer into account. False if it is not a right answer in any of the states.</summary>
    public bool Advance(Step step)
    {
        if (others is null && Likely.Pending.IsEmpty)
        {
            if (!step.Decision.Permits(step.Outcome))
            {
                return false;
            }

            Likely = After(step.Decision, step);
            return true;
        }

        return Replace(All()
            .SelectMany(WithPendingEnded)
            .Select(state => Transition.Decide(state, step.Operation))
            .Where(decision => decision.Permits(step.Outcome))
            .Select(decision => After(decision, step)));
    }

    /// <summary>
    /// Takes an observation into account. Returns what differs from the likely state if it fits none of them.
    /// </summary>
    public Difference? Narrow(Observation observation)
    {
        var difference = ObservationMatcher.FirstDifference(Likely, observation);
        if (others is null && Likely.Pending.IsEmpty)
        {
            if (difference is null)
            {
                Likely = ObservationMatcher.Bind(Likely, observation);
            }

            return difference;
        }

        var fitting = All()
            .SelectMany(WithPendingEnded)
            .Where(state => ObservationMatcher.FirstDifference(state, observation) is null)
            .Select(state => ObservationMatcher.Bind(state, observation));
        return Replace(fitting) ? null : difference ?? ObservationMatcher.FirstDifference(All().Last(), observation);
    }

    private static ServerState After(Decision decision, Step step) => step.Outcome.Kind switch
    {
        OutcomeKind.Accepted => Settling.Accept(decision.Before, step.Operation),

        // Busy is a right answer while something is pending, also where the rules would grant the request.
        OutcomeKind.Refused => decision.Before,
        _ => decision.Next,
    };

    // Each pending operation may have ended by itself in the meantime, in any order that makes a difference.
    private static IEnumerable<ServerState> WithPendingEnded(ServerState state) =>
        Enumerable.Range(0, state.Pending.Length)
            .SelectMany(place => WithPendingEnded(Settling.Finish(state, place)))
            .Prepend(state);

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
