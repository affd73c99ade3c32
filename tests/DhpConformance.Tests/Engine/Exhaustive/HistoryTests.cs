using DhpConformance.Abstractions;
using DhpConformance.Engine.Exhaustive;
using DhpConformance.Engine.Scopes;
using DhpConformance.Model.Profiles;
using DhpConformance.Reference;
using DhpConformance.Reference.Mutants;

namespace DhpConformance.Tests.Engine.Exhaustive;

/// <summary>A fault that hangs on what no state tells is found where states are reached by several histories.</summary>
public sealed class HistoryTests
{
    private static Scope Scope => BuiltInScopes.History.For(
        ProfileCatalog.Find("windows-server-2008-x64")!, Partitionability.Dynamic);

    [Theory]
    [InlineData("keeps-sum-after-refusal", "MEM-01", 1, 0)]
    [InlineData("keeps-sum-after-refusal", "MEM-01", 3, 1)]
    [InlineData("crash-loses-parked", "PROC-11", 1, 0)]
    [InlineData("crash-loses-parked", "PROC-11", 3, 1)]
    public void It_is_found_by_three_histories_and_not_by_one(string mutant, string rule, int histories, int found)
    {
        var broken = MutantCatalog.All.Single(one => one.Name == mutant);
        var findings = ScopeRun.Run(broken.Create, Scope, new() { Threads = 2, Histories = histories }).Findings;
        Assert.Equal(
            Enumerable.Repeat(rule, found), findings.Select(one => one.Finding.Violation.Rule));
    }

    [Fact]
    public void The_reference_keeps_all_rules_on_every_history()
    {
        var result = ScopeRun.Run(() => new ReferenceServer(), Scope, new() { Threads = 2, Histories = 8 });
        Assert.Empty(result.Findings);
        Assert.True(result.Counts.IsComplete);
        Assert.InRange(result.Counts.Histories, result.Counts.States + 1, 8 * result.Counts.States);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(9)]
    public void No_state_has_more_histories_than_asked_for_and_no_two_are_alike(int most)
    {
        var space = StateSpace.Explore(Scope, Claims.All, histories: most);
        var key = new StateKey(space.State(0).Inventory);
        var names = Enumerable.Range(0, space.Histories).Select(number => key.Of(space.State(number))).ToList();
        Assert.Equal(StateSpace.Explore(Scope, Claims.All).Count, space.Count);
        Assert.Equal(space.Count, names.Distinct().Count());
        Assert.InRange(names.CountBy(name => name).Max(one => one.Value), Math.Min(most, 3), most);
        var ways = Enumerable.Range(0, space.Histories).Select(number => string.Join("; ", space.PathTo(number)));
        Assert.Distinct(ways);
    }
}
