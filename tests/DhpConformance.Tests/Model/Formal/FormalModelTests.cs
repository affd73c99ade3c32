using DhpConformance.Model.Transitions;

namespace DhpConformance.Tests.Model.Formal;

/// <summary>The formal model and the C# model are two statements of one specification.</summary>
public sealed class FormalModelTests
{
    private const int FewestPairs = 400_000;

    private static string Folder => RepositoryRoot.Of("specs", "formal", "traces");

    private static IEnumerable<string> GraphNames =>
        Directory.GetFiles(Folder, "graph-*.itf.json.gz").Select(file => Path.GetFileName(file)!).Order();

    public static TheoryData<string> Graphs { get; } = [.. GraphNames];

    [Theory]
    [MemberData(nameof(Graphs))]
    public void Both_models_agree_on_every_request_in_every_state(string name)
    {
        var graph = TransitionGraph.Read(Path.Combine(Folder, name));
        var comparison = new GraphComparison(graph, Transition.Decide);
        Problems.None(comparison.Disagreements().Take(5));
        Assert.Equal(graph.Pairs, comparison.Pairs);
    }

    [Fact]
    public void The_graphs_have_enough_pairs_to_mean_something() => Assert.InRange(
        GraphNames.Sum(name => TransitionGraph.Read(Path.Combine(Folder, name)).Pairs),
        FewestPairs,
        long.MaxValue);

    [Theory]
    [InlineData("claims.itf.jsonl.gz", 50)]
    [InlineData("walks.itf.jsonl.gz", 100)]
    public void Both_models_agree_in_every_run_and_walk(string name, int fewest)
    {
        var traces = FormalTrace.ReadAll(Path.Combine(Folder, name)).ToList();
        var comparison = new TraceComparison(Transition.Decide);
        Problems.None(traces.Select(comparison.Disagreement).OfType<string>().Take(5));
        Assert.Equal(traces.Sum(trace => trace.Steps.Length), comparison.Steps);
        Assert.InRange(traces.Count, fewest, int.MaxValue);
    }

    public static TheoryData<string> Faults { get; } = [.. SeededFault.All.Select(fault => fault.Says)];

    public static TheoryData<string> WalkedFaults { get; } =
        [.. SeededFault.All.Where(fault => fault.IsInWalks).Select(fault => fault.Says)];

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_in_the_model_is_noticed_in_a_graph(string says)
    {
        var fault = SeededFault.All.Single(one => one.Says == says);
        var graph = TransitionGraph.Read(Path.Combine(Folder, $"graph-{fault.Graph}.itf.json.gz"));
        var first = new GraphComparison(graph, fault.Decide).Disagreements().First();
        Assert.Contains(fault.Noticed, first, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(WalkedFaults))]
    public void A_fault_in_the_model_is_noticed_in_a_walk(string says)
    {
        var fault = SeededFault.All.Single(one => one.Says == says);
        var comparison = new TraceComparison(fault.Decide);
        Assert.Contains(
            FormalTrace.ReadAll(Path.Combine(Folder, "walks.itf.jsonl.gz")),
            walk => comparison.Disagreement(walk) is not null);
    }
}
