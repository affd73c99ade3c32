using DhpConformance.Abstractions;
using DhpConformance.Engine.Exhaustive;
using DhpConformance.Engine.Scopes;
using DhpConformance.Model.Profiles;
using DhpConformance.Reference;
using DhpConformance.Reference.Mutants;

namespace DhpConformance.Tests.Engine.Exhaustive;

public sealed class ShortestCounterexampleTests
{
    private static readonly Scope Medium =
        BuiltInScopes.Medium.For(ProfileCatalog.Find("windows-server-2008-x64")!, Partitionability.Dynamic);

    [Fact]
    public void It_is_found_and_no_longer_than_asked_for()
    {
        Assert.Equal(3, Length(4));
        Assert.Equal(3, Length(3));
        Assert.Null(Length(2));
    }

    [Fact]
    public void The_reference_has_none() => Assert.Null(
        ShortestCounterexample.Find(() => new ReferenceServer(), Medium, "TOP-09", longest: 3));

    [Fact]
    public void Operations_about_consumers_are_tried_in_the_scope_of_a_counterexample()
    {
        var register = new RegisterDriver(new(0), new(0), new DriverScript { Synchronous = true });
        var scope = Scope.Around(Medium.Profile, Medium.Setup, [new StartPartition(new(0)), register]);
        Assert.Contains(register, scope.Requests);
        Assert.Equal(scope.Requests.Length, scope.Requests.Distinct().Count());
    }

    private static int? Length(int longest)
    {
        var mutant = MutantCatalog.All.Single(one => one.Name == "stops-during-an-outage");
        return ShortestCounterexample.Find(mutant.Create, Medium, "TOP-09", longest)?.TestCase.Operations.Length;
    }
}
