using DhpConformance.Abstractions;
using DhpConformance.Engine.Exhaustive;
using DhpConformance.Engine.Scopes;
using DhpConformance.Model.Profiles;
using DhpConformance.Reference.Mutants;

namespace DhpConformance.Tests.Engine.Exhaustive;

/// <summary>What no observation shows comes to light in what is asked next.</summary>
public sealed class UnobservableStateTests
{
    private static readonly Profile Profile = ProfileCatalog.Find("windows-server-2003-sp1-x86")!;

    [Fact]
    public void Whether_the_service_processor_answers_is_asked_in_every_state() => Problems.None(
        from state in States(BuiltInScopes.Medium)
        where new UnobservableState(state.Scope).Probes(state.State).IsEmpty
        select $"nothing would show an outage after {string.Join("; ", state.Path)}");

    [Fact]
    public void A_unit_that_will_not_start_comes_to_light() => Assert.Contains(
        States(BuiltInScopes.Small),
        state => new UnobservableState(state.Scope).Probes(state.State).Any(probe => probe[^1] is HotAdd));

    [Fact]
    public void Two_requests_at_most_bring_it_to_light() => Assert.All(
        States(BuiltInScopes.Small).SelectMany(state => new UnobservableState(state.Scope).Probes(state.State)),
        probe => Assert.InRange(probe.Length, 1, 2));

    [Theory]
    [InlineData("medium", "outage-ends-by-settling", "TOP-09")]
    [InlineData("small", "refusal-uses-up-the-fault", "ADD-04")]
    [InlineData("small", "once-failed-always-fails", "ADD-01")]
    public void A_fault_in_what_is_hidden_is_found(string scope, string mutant, string rule)
    {
        var found = ScopeRun.Run(
            MutantCatalog.All.Single(one => one.Name == mutant).Create,
            BuiltInScopes.All.Single(one => one.Name == scope).For(Profile, Partitionability.Dynamic),
            new() { Threads = 2 });
        Assert.NotEmpty(found.Findings);
        Assert.All(found.Findings, one => Assert.Equal(rule, one.Finding.Violation.Rule));
    }

    private static IEnumerable<(Scope Scope, DhpConformance.Model.State.ServerState State, IEnumerable<Operation> Path)>
        States(ScopeDefinition definition)
    {
        var scope = definition.For(Profile, Partitionability.Dynamic);
        var space = StateSpace.Explore(scope, Claims.All);
        return Enumerable.Range(0, space.Count)
            .Select(state => (scope, space.State(state), (IEnumerable<Operation>)space.PathTo(state)));
    }
}
