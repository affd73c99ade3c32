using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Scopes;
using DhpConformance.Model.State;
using DhpConformance.Model.Transitions;

namespace DhpConformance.Engine.Exhaustive;

/// <summary>
/// Every state that a scope can get into, mirror images once, each with a shortest sequence that leads to it; and, if
/// they are asked for, more sequences to it that differ in what the state does not tell.
/// </summary>
internal sealed class StateSpace
{
    // First the nearest node of each state, then those of other histories.
    private readonly List<Node> nodes = [];

    private StateSpace(Scope scope) => Scope = scope;

    /// <summary>The scope.</summary>
    public Scope Scope { get; }

    /// <summary>How many states there are.</summary>
    public int Count { get; private set; }

    /// <summary>How many sequences lead to them.</summary>
    public int Histories => nodes.Count;

    /// <summary>Explores a scope, nearest states first.</summary>
    /// <param name="scope">The scope.</param>
    /// <param name="claims">What the implementation claims.</param>
    /// <param name="deepest">No further from the reset than that.</param>
    /// <param name="most">At most about so many.</param>
    /// <param name="histories">At most so many sequences to each state.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static StateSpace Explore(
        Scope scope,
        Claims claims,
        int deepest = int.MaxValue,
        int most = int.MaxValue,
        int histories = 1,
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
                    Visit(decision.Next, node, request, PathHistories.After(node.History, decision));
                }
            }
        }

        space.Count = space.nodes.Count;

        // With consumers each way to a state is a node already.
        if (histories > 1 && space.nodes.TrueForAll(node => node.State.ConsumerState is null))
        {
            space.AddHistories(key, histories, deepest, cancellation);
        }

        return space;

        void Visit(ServerState state, Node? from, Operation? by, PathHistory history = PathHistory.None)
        {
            // What consumers have been notified of is not in the key: with them each way counts as another state.
            if (seen.Add(key.Of(state)) || state.ConsumerState is not null)
            {
                space.nodes.Add(new(state, from, by, from is null ? 0 : from.Distance + 1, history));
            }
        }
    }

    // Each pair of a state and a history, nearest first; of those the rarest histories are kept first.
    private void AddHistories(StateKey key, int most, int deepest, CancellationToken cancellation)
    {
        var found = new Dictionary<(string Key, PathHistory History), Node>();
        var queue = new Queue<(string Key, Node Node)>();
        var primary = nodes.ToDictionary(node => key.Of(node.State), node => node.History);
        Visit(key.Of(nodes[0].State), nodes[0]);
        while (queue.TryDequeue(out var next))
        {
            cancellation.ThrowIfCancellationRequested();
            if (next.Node.Distance == deepest)
            {
                break;
            }

            foreach (var request in Scope.Requests)
            {
                var decision = Transition.Decide(next.Node.State, request);
                var history = PathHistories.After(next.Node.History, decision);
                if (!decision.IsRefusal || history != next.Node.History)
                {
                    var state = decision.IsRefusal ? next.Node.State : decision.Next;
                    Visit(
                        decision.IsRefusal ? next.Key : key.Of(state),
                        new(state, next.Node, request, next.Node.Distance + 1, history));
                }
            }
        }

        nodes.AddRange(found
            .Where(one => primary[one.Key.Key] != one.Key.History)
            .GroupBy(one => one.Key.Key)
            .SelectMany(same => Chosen([.. same.Select(one => one.Value)], most - 1))
            .OrderBy(node => node.Distance));

        void Visit(string name, Node node)
        {
            if (found.TryAdd((name, node.History), node))
            {
                queue.Enqueue((name, node));
            }
        }
    }

    // What is refused at the limit, and a crash, leave no trace once all is as before: one of each comes first.
    private static IEnumerable<Node> Chosen(List<Node> histories, int most)
    {
        Node?[] first =
        [
            histories.Find(node => node.History.HasFlag(PathHistory.RefusedAtLimit)),
            histories.Find(node => node.History.HasFlag(PathHistory.CrashedWithParked)),
        ];
        return first.OfType<Node>().Concat(histories).Distinct().Take(most);
    }

    /// <summary>The state with this number; numbers count from 0, nearest states first.</summary>
    public ServerState State(int number) => nodes[number].State;

    /// <summary>How many operations it takes to get from the reset to this state.</summary>
    public int DistanceOf(int number) => nodes[number].Distance;

    /// <summary>Whether its sequence is one of those to a state that was reached on a shorter way.</summary>
    public bool IsOtherHistory(int number) => number >= Count;

    /// <summary>The sequence from the reset to this state.</summary>
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

    private sealed class Node(ServerState state, Node? from, Operation? by, int distance, PathHistory history)
    {
        public ServerState State => state;

        public Node? From => from;

        public Operation? By => by;

        public int Distance => distance;

        public PathHistory History => history;
    }
}
