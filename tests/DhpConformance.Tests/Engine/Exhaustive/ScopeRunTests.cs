using DhpConformance.Abstractions;
using DhpConformance.Engine.Exhaustive;
using DhpConformance.Engine.Scopes;
using DhpConformance.Model.Profiles;
using DhpConformance.Reference;
using DhpConformance.Reference.Mutants;

namespace DhpConformance.Tests.Engine.Exhaustive;

public sealed class ScopeRunTests
{
    private static readonly Profile Profile = ProfileCatalog.Find("windows-server-2003-sp1-x86")!;

    // The whole run, which several tests compare a part with.
    private static readonly Lazy<ExhaustiveResult> Whole = new(() => Explore(new() { Threads = 2 }));

    private static Scope Small => BuiltInScopes.Small.For(Profile, Partitionability.Dynamic);

    [Fact]
    public void The_reference_behaves_as_specified_in_every_transition()
    {
        var result = Whole.Value;
        Assert.Empty(result.Findings);
        Assert.True(result.Counts.IsComplete);
        Assert.Equal((long)result.Counts.Histories * Small.Requests.Length, result.Counts.Transitions);
    }

    [Theory]
    [InlineData("small", "static-server-assigns", "DYN-02", 1)]
    [InlineData("small", "refused-assign-releases", "REF-01", 1)]
    [InlineData("medium", "restart-forgets-hot-added", "TOP-20", 4)]
    [InlineData("medium", "stops-during-an-outage", "TOP-09", 3)]
    public void A_fault_within_the_scope_is_found_by_a_shortest_sequence(
        string scope, string mutant, string rule, int length)
    {
        var broken = MutantCatalog.All.Single(one => one.Name == mutant);
        var searched = BuiltInScopes.All.Single(one => one.Name == scope);
        var findings = Enum.GetValues<Partitionability>().SelectMany(kind => ScopeRun.Run(
            broken.Create, searched.For(Profile, kind), new() { Threads = 2 }).Findings).ToList();
        Assert.All(findings, found => Assert.Equal(rule, found.Finding.Violation.Rule));
        Assert.Equal(length, findings.Min(found => found.Finding.TestCase.Operations.Length));
    }

    [Fact]
    public void Two_shards_together_visit_each_state_once()
    {
        var shards = Enumerable.Range(1, 2).Select(number => Explore(new() { Shard = new(number, 2) })).ToList();
        Assert.All(shards, shard => Assert.True(shard.Counts.IsComplete));
        Assert.Equal(shards[0].Counts.Histories, shards.Sum(shard => shard.Counts.Visited));
        Assert.Equal(
            Whole.Value.Coverage.Cells.Sum(cell => cell.Count),
            shards.Sum(shard => shard.Coverage.Cells.Sum(cell => cell.Count)));
    }

    [Fact]
    public void An_interrupted_run_says_where_to_go_on()
    {
        using var stop = new CancellationTokenSource();
        var first = ScopeRun.Run(
            () => new ReferenceServer(), Small, new(), new CancelAfter(stop, 100), stop.Token);
        var second = Explore(new() { Visited = first.Counts.Visited });
        Assert.Equal(100, first.Counts.Visited);
        Assert.False(first.Counts.IsComplete);
        Assert.True(second.Counts.IsComplete);
        Assert.Equal(Whole.Value.Operations, first.Operations + second.Operations);
    }

    [Fact]
    public void One_that_is_stopped_while_it_looks_for_the_states_asks_for_nothing()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => ScopeRun.Run(
            () => new ReferenceServer(), Small, new(), cancellation: stop.Token));
    }

    [Fact]
    public void A_scope_with_too_many_states_is_refused_before_anything_is_asked() => Assert.Contains(
        "and the limit is 10",
        Assert.Throws<UnusableScopeException>(() => Explore(new() { StateLimit = 10 })).Message,
        StringComparison.Ordinal);

    [Fact]
    public void A_server_that_cannot_be_made_is_reported() => Assert.Equal(
        ServerFault.CouldNotStart,
        Assert.Throws<ServerFaultException>(() => ScopeRun.Run(() => null!, Small, new())).Fault);

    private static ExhaustiveResult Explore(ExhaustiveOptions options) =>
        ScopeRun.Run(() => new ReferenceServer(), Small, options);
}
