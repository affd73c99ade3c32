using DhpConformance.Abstractions;
using DhpConformance.Model.State;
using DhpConformance.Model.Transitions;

namespace DhpConformance.Tests.Model.Formal;

/// <summary>
/// Holds the C# model against a graph: every request in every state, granted and refused, and the state after it.
/// </summary>
internal sealed class GraphComparison(TransitionGraph graph, Func<ServerState, Operation, Decision> decide)
{
    private readonly ServerState?[] states = new ServerState?[graph.States.Length];

    /// <summary>How many pairs of a state and a request were compared.</summary>
    public long Pairs { get; private set; }

    /// <summary>Where the two disagree.</summary>
    public IEnumerable<string> Disagreements()
    {
        var open = new Queue<int>();
        var initial = ServerState.Initial(new Inventory(graph.Setup, Claims.All));
        if (graph.Form.Text(initial) != graph.States[0])
        {
            yield return $"after a reset: {graph.States[0]} against {graph.Form.Text(initial)}";
            yield break;
        }

        states[0] = initial;
        open.Enqueue(0);
        while (open.TryDequeue(out var place))
        {
            for (var r = 0; r < graph.Requests.Length; r++)
            {
                Pairs++;
                var request = graph.Requests[r];
                var (answer, next) = graph.Answer(place, r);
                var decision = decide(states[place]!, request);
                if (!answer.Agrees(decision))
                {
                    yield return $"{request} in {graph.States[place]}: {answer} against {decision}";
                }
                else if (!ReferenceEquals(decision.Next, states[next]) && After(decision) != graph.States[next])
                {
                    yield return $"after {request} in {graph.States[place]}: {graph.States[next]} against "
                        + After(decision);
                }
                else if (states[next] is null)
                {
                    states[next] = decision.Next;
                    open.Enqueue(next);
                }
            }
        }

        for (var place = 0; place < states.Length; place++)
        {
            if (states[place] is null)
            {
                yield return $"never reached: {graph.States[place]}";
            }
        }
    }

    private string After(Decision decision) => graph.Form.Text(decision.Next);
}
