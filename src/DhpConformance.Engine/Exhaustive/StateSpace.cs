using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Scopes;
using DhpConformance.Model.State;
using DhpConformance.Model.Transitions;

namespace DhpConformance.Engine.Exhaustive;

/// <summary>
/// Every state that a scope can get into, mirror images once, each with a shortest sequence that leads to it.
/// </summary>
internal sealed class StateSpace
{
    private readonly List<Node> nodes = [];

    private StateSpace(Scope scope) => Scope = scope;

    /// <summary>The scope.</summary>
    public Scope Scope { get; }

    /// <summary>How many states there are.</summary>
    public int Count => nodes.Count;

    /// <summary>Explores a scope, nearest states first.</summary>
    /// <param name="scope">The scope.</param>
    /// <param name="claims">What the implementation claims.</param>
    /// <param name="deepest">No further from the reset than that.</param>
    /// <param name="most">At most about so many.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="OperationCanceledException">It was told to give up.</exception>
    public static StateSpace Explore(
        Scope scope,
        Claims claims,
        int deepest = int.MaxValue,
        int most = int.MaxValue,
        CancellationToken cancellation = default)
    {
        var space = new StateSpace(scope);
        var inventory = new Inventory(scope.Setup, claims);
        var key = new StateKey(inventory);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        Visit(ServerState.Initial(inventory), null, null);
        for (var next = 0; next < space.nodes.Count; next++)
        {
            cancellation.ThrowIfCancellationRequested();
            var node = space.nodes[next];
            if (node.Distance == deepest || space.nodes.Count >= most)
            {
                break;
            }

            foreach (var request in scope.Requests)
            {
                var decision = Transition.Decide(node.State, request);
                if (!decision.IsRefusal)
                {
                    Visit(decision.Next, node, request);
                }
            }
        }

        return space;

        void Visit(ServerState state, Node? from, Operation? by)
        {
            // What consumers have been told is not in the key: with them each way counts as another state.
            if (seen.Add(key.Of(state)) || state.ConsumerState is not null)
            {
                space.nodes.Add(new(state, from, by, from is null ? 0 : from.Distance + 1));
            }
        }
    }

    /// <summary>The state with this number; numbers count from 0, nearest states first.</summary>
    public ServerState State(int number) => nodes[number].State;

    /// <summary>How many operations it takes to get from the reset to this state.</summary>
    public int DistanceOf(int number) => nodes[number].Distance;

    /// <summary>A shortest sequence from the reset to this state.</summary>
    public ImmutableArray<Operation> PathTo(int number)
    {
        var path = ImmutableArray.CreateBuilder<Operation>();
        for (var node = nodes[number]; node.By is not null; node = node.From!)
        {
            path.Add(node.By);
        }

        path.Reverse();
        return path.ToImmutable();
    }

    private sealed record Node(ServerState State, Node? From, Operation? By, int Distance);
}
