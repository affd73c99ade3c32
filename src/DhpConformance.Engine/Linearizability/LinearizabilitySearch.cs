using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Histories;

namespace DhpConformance.Engine.Linearizability;

/// <summary>
/// Looks for an order of the calls in which every answer is right and no call comes before one that had ended when it
/// began (Wing and Gong; with Lowe's memory of what was tried). Depth first, and what was tried is a set of calls
/// with a state. It needs no division into rounds: a call that ended before another began has to be in the order
/// before it, so that only overlapping calls are ever exchanged.
/// </summary>
/// <param name="steps">The model.</param>
/// <param name="answered">Calls that have to be in the order, by their beginning.</param>
/// <param name="lost">Calls that may be in the order, by their beginning.</param>
/// <param name="limit">How many pairs of a set and a state are tried at most.</param>
internal sealed class LinearizabilitySearch(
    PossibleSteps steps, ImmutableArray<HistoryCall> answered, ImmutableArray<HistoryCall> lost, int limit)
{
    private const int MostDeadEnds = 16;

    private readonly HashSet<(CallSet Calls, int State)> tried = [];
    private readonly Stack<Frame> path = new();
    private readonly List<DeadEnd> deadEnds = [];
    private int longest = -1;

    /// <summary>How many pairs of a set and a state were tried.</summary>
    public int Tried => tried.Count;

    /// <summary>Whether it gave up before everything was tried.</summary>
    public bool GaveUp { get; private set; }

    /// <summary>The longest orders that end where no further call fits; some of them, if there are many.</summary>
    public IReadOnlyList<DeadEnd> DeadEnds => deadEnds;

    /// <summary>The calls in the order that was found; empty if none was.</summary>
    public ImmutableArray<HistoryCall> Order { get; private set; } = [];

    /// <summary>Whether there is such an order. False as well if it gave up.</summary>
    public bool Run()
    {
        Enter(CallSet.Empty, steps.Initial);
        while (path.TryPeek(out var frame))
        {
            if (frame.Calls.Count == answered.Length)
            {
                Order = OrderOf(path);
                return true;
            }

            if (tried.Count > limit)
            {
                GaveUp = true;
                return false;
            }

            if (frame.Next(out var calls, out var state))
            {
                Enter(calls, state);
            }
            else
            {
                path.Pop();
            }
        }

        return false;
    }

    /// <summary>The answered calls that may come next: each began before any that is left had ended.</summary>
    public List<int> Candidates(CallSet calls, out long earliest)
    {
        var candidates = new List<int>();
        earliest = long.MaxValue;
        for (var i = calls.First; i < answered.Length && answered[i].Invoked < earliest; i++)
        {
            if (!calls.Has(i))
            {
                candidates.Add(i);
                earliest = Math.Min(earliest, answered[i].Returned);
            }
        }

        // Servers answer mostly in the order in which they act.
        candidates.Sort((one, other) => answered[one].Returned.CompareTo(answered[other].Returned));
        return candidates;
    }

    private void Enter(CallSet calls, int state)
    {
        if (!tried.Add((calls, state)))
        {
            return;
        }

        var frame = new Frame(calls, state);
        var candidates = Candidates(calls, out var earliest);
        foreach (var place in candidates)
        {
            var after = steps.After(state, answered[place]);

            // What changes nothing may as well come at once: whatever comes later can still come later.
            if (IsNeutral(answered[place]) && after.Contains(state))
            {
                frame.Replace(answered[place], calls.With(place), state);
                path.Push(frame);
                return;
            }

            frame.Add(answered[place], calls.With(place), after);
        }

        path.Push(frame);
        if (frame.IsEmpty && calls.Count < answered.Length)
        {
            Remember(frame, candidates);
        }

        for (var place = 0; place < lost.Length && lost[place].Invoked < earliest; place++)
        {
            if (!calls.HasLost(place))
            {
                var after = steps.After(state, lost[place]).Where(next => next != state);
                frame.Add(lost[place], calls.WithLost(place), [.. after]);
            }
        }
    }

    private static bool IsNeutral(HistoryCall call) =>
        call.Operation is null || call.Outcome is { Kind: OutcomeKind.Refused };

    private void Remember(Frame frame, List<int> candidates)
    {
        if (frame.Calls.Count > longest)
        {
            longest = frame.Calls.Count;
            deadEnds.Clear();
        }

        if (frame.Calls.Count == longest && deadEnds.Count < MostDeadEnds)
        {
            deadEnds.Add(new(OrderOf(path), frame.State, [.. candidates.Select(place => answered[place])]));
        }
    }

    private static ImmutableArray<HistoryCall> OrderOf(IEnumerable<Frame> path) =>
        [.. path.Skip(1).Reverse().Select(frame => frame.Taken!)];

    /// <summary>An order that cannot go on.</summary>
    /// <param name="Order">The calls in it.</param>
    /// <param name="State">The number of the state after them.</param>
    /// <param name="Left">The calls that would have to come next, none of which fits.</param>
    internal sealed record DeadEnd(ImmutableArray<HistoryCall> Order, int State, ImmutableArray<HistoryCall> Left);

    /// <summary>A set of calls with a state, and what can follow.</summary>
    private sealed class Frame(CallSet calls, int state)
    {
        private readonly List<(HistoryCall Call, CallSet Calls, int State)> following = [];
        private int next;

        public CallSet Calls => calls;

        public int State => state;

        public bool IsEmpty => following.Count == 0;

        /// <summary>The call that was taken last from here; null before the first.</summary>
        public HistoryCall? Taken => next == 0 ? null : following[next - 1].Call;

        public void Add(HistoryCall call, CallSet after, int[] states)
        {
            foreach (var one in states)
            {
                following.Add((call, after, one));
            }
        }

        public void Replace(HistoryCall call, CallSet after, int only)
        {
            following.Clear();
            following.Add((call, after, only));
        }

        public bool Next(out CallSet after, out int reached)
        {
            (_, after, reached) = next < following.Count ? following[next] : (null!, calls, state);
            return next++ < following.Count;
        }
    }
}
