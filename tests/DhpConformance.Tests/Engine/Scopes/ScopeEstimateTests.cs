using System.Numerics;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Exhaustive;
using DhpConformance.Engine.Profiles;
using DhpConformance.Engine.Scopes;
using DhpConformance.Model.Profiles;

namespace DhpConformance.Tests.Engine.Scopes;

public sealed class ScopeEstimateTests
{
    [Theory]
    [InlineData("small", "windows-2000", Partitionability.Dynamic)]
    [InlineData("small", "windows-server-2008-x64", Partitionability.Static)]
    [InlineData("small", "hot-everything", Partitionability.Dynamic)]
    [InlineData("medium", "windows-2000", Partitionability.Static)]
    [InlineData("medium", "windows-server-2008-x64", Partitionability.Dynamic)]
    [InlineData("medium", "hot-everything", Partitionability.Static)]
    public void A_scope_has_no_more_states_than_the_estimate_and_not_many_times_fewer(
        string name, string profile, Partitionability kind)
    {
        var scope = BuiltInScopes.All.Single(one => one.Name == name)
            .For(SelfTestProfiles.All.Single(one => one.Name == profile), kind);
        var states = StateSpace.Explore(scope, Claims.All).Count;
        Assert.InRange(ScopeEstimate.States(scope), states, 50 * (BigInteger)states);
    }

    [Fact]
    public void A_scope_that_nobody_could_explore_is_estimated_at_once()
    {
        var unit = BuiltInScopes.Small.Units[0] with { Partition = null };
        var huge = BuiltInScopes.Small with
        {
            Units = [.. Enumerable.Range(0, 60).Select(number => unit with { Type = $"{number}" })],
        };
        Assert.True(
            ScopeEstimate.States(huge.For(ProfileCatalog.All[0], Partitionability.Dynamic)) > BigInteger.Pow(10, 30));
    }
}
