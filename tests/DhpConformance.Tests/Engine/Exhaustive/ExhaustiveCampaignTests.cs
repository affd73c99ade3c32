using DhpConformance.Abstractions;
using DhpConformance.Engine.Exhaustive;
using DhpConformance.Model.Profiles;
using DhpConformance.Reference;
using DhpConformance.Reference.Mutants;

namespace DhpConformance.Tests.Engine.Exhaustive;

public sealed class ExhaustiveCampaignTests
{
    private static readonly Profile Profile = ProfileCatalog.Find("windows-server-2003-sp1-x86")!;

    [Fact]
    public void The_reference_behaves_as_specified_in_every_transition()
    {
        var result = ExhaustiveCampaign.Run(() => new ReferenceServer(), Scopes.Small(Profile), new() { Threads = 2 });
        Assert.Empty(result.Findings);
        Assert.Equal(result.States, result.Visited);
        Assert.StartsWith("Every one of", result.Guarantee, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("static-server-assigns", "DYN-02", 1)]
    [InlineData("refused-assign-releases", "REF-01", 1)]
    [InlineData("restart-forgets-hot-added", "TOP-20", 3)]
    [InlineData("stops-during-an-outage", "TOP-09", 3)]
    public void A_fault_within_the_scope_is_found_by_a_shortest_sequence(string mutant, string rule, int length)
    {
        var broken = MutantCatalog.All.Single(one => one.Name == mutant);
        Partitionability[] kinds = [Partitionability.Dynamic, Partitionability.Static];
        var findings = kinds.SelectMany(kind => ExhaustiveCampaign
            .Run(broken.Create, Scopes.Medium(Profile, kind), new() { Threads = 2 }).Findings).ToList();
        Assert.All(findings, finding => Assert.Equal(rule, finding.Violation.Rule));
        Assert.Equal(length, findings.Min(finding => finding.Trial.Operations.Length));
    }

    [Fact]
    public void Two_shards_together_visit_each_state_once()
    {
        var scope = Scopes.Small(Profile);
        var shards = Enumerable.Range(0, 2).Select(shard => ExhaustiveCampaign.Run(
            () => new ReferenceServer(), scope, new() { Shards = 2, Shard = shard })).ToList();
        Assert.Equal(shards[0].States, shards.Sum(shard => shard.Visited));
    }

    [Fact]
    public void An_interrupted_run_says_where_to_go_on()
    {
        var scope = Scopes.Small(Profile);
        using var stop = new CancellationTokenSource();
        var progress = new CancelAfter(stop, 100);
        var first = ExhaustiveCampaign.Run(() => new ReferenceServer(), scope, new(), progress, stop.Token);
        var second = ExhaustiveCampaign.Run(() => new ReferenceServer(), scope, new() { From = first.Next });
        Assert.Equal(100, first.Visited);
        Assert.Contains("are left", first.Guarantee, StringComparison.Ordinal);
        Assert.Equal(first.States, first.Visited + second.Visited);
    }

    [Fact]
    public void A_scope_with_too_many_states_is_refused() =>
        Assert.Throws<InvalidOperationException>(() => ExhaustiveCampaign.Run(
            () => new ReferenceServer(), Scopes.Small(Profile), new() { StateLimit = 10 }));

    private sealed class CancelAfter(CancellationTokenSource stop, int count) : IProgress<int>
    {
        public void Report(int value)
        {
            if (value >= count)
            {
                stop.Cancel();
            }
        }
    }
}
