using DhpConformance.Abstractions;
using DhpConformance.Model.State;
using DhpConformance.Model.Transitions;

namespace DhpConformance.Tests.Model.Formal;

/// <summary>The formal model and the C# model are two statements of one specification.</summary>
public sealed class FormalModelTests
{
    private static string Folder => RepositoryRoot.Of("specs", "formal", "traces");

    public static TheoryData<string> Graphs { get; } =
        [.. Directory.GetFiles(Folder, "graph-*.itf.json.gz").Select(file => Path.GetFileName(file)!).Order()];

    [Theory]
    [MemberData(nameof(Graphs))]
    public void Both_models_agree_on_every_request_in_every_state(string graph)
    {
        var comparison = new GraphComparison(TransitionGraph.Read(Path.Combine(Folder, graph)), Transition.Decide);
        Assert.Empty(comparison.Disagreements().Take(5));
        Assert.NotEqual(0, comparison.Pairs);
    }

    public static TheoryData<string, Func<ServerState, Operation, Decision>> Faults { get; } = new()
    {
        { "a spare of another type will do", (state, operation) => Overlooking(RefusalReason.Incompatible, state, operation) },
        { "a unit can be taken from its owner", (state, operation) => Overlooking(RefusalReason.InUse, state, operation) },
        {
            "a start that is granted is forgotten",
            (state, operation) => operation is StartPartition
                ? Transition.Decide(state, operation) with { Next = state }
                : Transition.Decide(state, operation)
        },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_in_the_model_is_noticed(string fault, Func<ServerState, Operation, Decision> decide)
    {
        var graph = TransitionGraph.Read(Directory.GetFiles(Folder, "graph-*.itf.json.gz").Order().First());
        Assert.True(new GraphComparison(graph, decide).Disagreements().Any(), fault);
    }

    private static Decision Overlooking(RefusalReason reason, ServerState state, Operation operation)
    {
        var decision = Transition.Decide(state, operation);
        return decision.Refusals.Only == reason ? decision with { Refusals = ReasonSet.None } : decision;
    }
}
