using System.Text.Json;
using DhpConformance.Abstractions;
using DhpConformance.Model.State;
using DhpConformance.Model.Transitions;

namespace DhpConformance.Tests.Model.Formal;

/// <summary>Holds the C# model against a graph: every request in every state, granted and refused.</summary>
internal sealed class GraphComparison(TransitionGraph graph, Func<ServerState, Operation, Decision> decide)
{
    private readonly ServerState?[] states = new ServerState?[graph.States.Length];

    /// <summary>How many pairs of a state and a request were compared.</summary>
    public long Pairs { get; private set; }

    /// <summary>Where the two disagree.</summary>
    public IEnumerable<string> Disagreements()
    {
        var open = new Queue<int>();
        states[0] = ServerState.Initial(new Inventory(graph.Setup, Claims.All));
        open.Enqueue(0);
        while (open.TryDequeue(out var place))
        {
            if (StateDisagreement(place) is { } state)
            {
                yield return $"state {place}: {state}";
                continue;
            }

            for (var r = 0; r < graph.Requests.Length; r++)
            {
                Pairs++;
                var answer = graph.Answers[graph.Table[place][r]];
                var decision = decide(states[place]!, graph.Requests[r]);
                if (!Agrees(decision, answer))
                {
                    yield return $"state {place}, {graph.Requests[r]}: {answer} against {decision}";
                }
                else if (answer.Next >= 0 && states[answer.Next] is null)
                {
                    states[answer.Next] = decision.Next;
                    open.Enqueue(answer.Next);
                }
            }
        }

        for (var place = 0; place < states.Length; place++)
        {
            if (states[place] is null)
            {
                yield return $"state {place} was never reached";
            }
        }
    }

    private static bool Agrees(Decision decision, GraphAnswer answer) => answer.Outcome switch
    {
        OutcomeKind.Refused => decision.Refusals.Reasons.SequenceEqual(answer.Reasons),
        OutcomeKind.Failed => decision.Refusals.IsEmpty && decision.Failure is not null,
        OutcomeKind.PartlyCompleted => decision.Refusals.IsEmpty && decision.Partly,
        _ => decision.IsGrant,
    };

    private string? StateDisagreement(int place)
    {
        var (mine, theirs) = (states[place]!, graph.States[place]);
        var same = theirs.GetProperty("poweredOn").GetBoolean() == mine.PoweredOn
            && theirs.GetProperty("answers").GetBoolean() != mine.Outage
            && TransitionGraph.Map(theirs.GetProperty("units")).All(unit => Agrees(mine, unit.Key, unit.Value))
            && TransitionGraph.Map(theirs.GetProperty("partitions")).All(p => AgreesIn(mine, p.Key, p.Value));
        return same ? null : theirs.ToString();
    }

    private bool Agrees(ServerState mine, int id, JsonElement theirs)
    {
        var place = mine.Inventory.Find(new UnitId(id));
        var unit = mine.Units[place];
        var parked = unit.IsFree ? [] : mine.Partitions[unit.Owner].Parked.Where(parked => parked.Unit == place);
        var power = unit.Power == SwitchPosition.Free ? "either" : unit.Power == SwitchPosition.On ? "on" : "off";
        return theirs.GetProperty("startFailure").GetInt32() == unit.FailingComponents
            && theirs.GetProperty("parked").GetInt32() == parked.Sum(one => one.Count)
            && (!graph.FollowsPower || theirs.GetProperty("power").GetString() == power);
    }

    private bool AgreesIn(ServerState mine, int id, JsonElement theirs)
    {
        var place = mine.Inventory.Find(new PartitionId(id));
        var partition = mine.Partitions[place];
        var held = Held(mine, place).ToList();
        var shown = theirs.GetProperty("shown");
        return theirs.GetProperty("runState").GetString() == Words.Of(partition.State)
            && Ids(theirs.GetProperty("holds")).SequenceEqual(held)
            && shown.GetProperty("activeProcessors").GetInt32() == partition.ActiveProcessors
            && shown.GetProperty("maximumProcessors").GetInt32()
                == (partition.Runs ? mine.Inventory.MaximumProcessors(place) : 0)
            && shown.GetProperty("memoryBytes").GetInt64() == partition.VisibleMemory
            && Ids(shown.GetProperty("bridges")).SequenceEqual(partition.Runs ? held.Where(IsBridge) : [])
            && (!graph.FollowsLatest || AgreesOnLatest(shown.GetProperty("latest"), partition.Latest));

        bool IsBridge(int unit) => mine.Inventory.Kind(mine.Inventory.Find(new UnitId(unit))) == UnitKind.IoHostBridge;
    }

    private static bool AgreesOnLatest(JsonElement theirs, HotOperationStatus? mine) =>
        mine is not { } latest
            ? theirs.GetArrayLength() == 0
            : theirs.GetArrayLength() == 1
                && TransitionGraph.Word<HotOperation>(theirs[0].GetProperty("operation")) == latest.Operation
                && theirs[0].GetProperty("unit").GetInt32() == latest.Unit.Value
                && TransitionGraph.Word<OutcomeKind>(theirs[0].GetProperty("outcome")) == latest.Outcome;

    private static IEnumerable<int> Held(ServerState state, int partition) =>
        Enumerable.Range(0, state.Units.Count)
            .Where(unit => state.Units[unit].Owner == partition)
            .Select(unit => state.Inventory.Unit(unit).Value);

    private static IEnumerable<int> Ids(JsonElement list) => list.EnumerateArray().Select(id => id.GetInt32()).Order();
}
