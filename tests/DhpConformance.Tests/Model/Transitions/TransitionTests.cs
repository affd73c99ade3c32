using DhpConformance.Abstractions;
using DhpConformance.Engine.Exhaustive;
using DhpConformance.Engine.Scopes;
using DhpConformance.Model.Profiles;
using DhpConformance.Model.State;
using DhpConformance.Model.Transitions;

namespace DhpConformance.Tests.Model.Transitions;

public sealed class TransitionTests
{
    public static TheoryData<string, Partitionability> Scopes { get; } = new()
    {
        { "windows-server-2008-x64", Partitionability.Dynamic },
        { "windows-server-2008-x64", Partitionability.Static },
        { "windows-server-2003-sp1-x86", Partitionability.Dynamic },
    };

    [Theory]
    [MemberData(nameof(Scopes))]
    public void Invariants_hold_in_every_state_of_the_medium_scope(string profile, Partitionability kind) =>
        Assert.Empty(States(profile, kind).SelectMany(StateInvariants.BrokenIn));

    [Theory]
    [MemberData(nameof(Scopes))]
    public void A_refused_request_leaves_the_state_as_it_was(string profile, Partitionability kind) =>
        Assert.All(Decisions(profile, kind), decision =>
            Assert.True(!decision.IsRefusal || ReferenceEquals(decision.Before, decision.Next)));

    [Theory]
    [MemberData(nameof(Scopes))]
    public void A_request_changes_the_owner_of_no_unit_that_it_does_not_name(string profile, Partitionability kind) =>
        Assert.All(Decisions(profile, kind), decision => Assert.All(
            ChangedOwners(decision),
            unit => Assert.True(unit == decision.Unit || unit == decision.Spare)));

    [Fact]
    public void The_map_of_a_static_server_changes_only_while_it_is_off() =>
        Assert.All(Decisions("windows-server-2008-x64", Partitionability.Static), decision =>
            Assert.True(!decision.Before.PoweredOn || !ChangedOwners(decision).Any()));

    [Fact]
    public void Some_state_has_two_running_partitions_and_some_a_crashed_one()
    {
        var states = States("windows-server-2008-x64", Partitionability.Dynamic).ToList();
        Assert.Contains(states, state => state.Running == 2);
        Assert.Contains(states, state => state.Partitions.Any(partition => partition.State == RunState.Crashed));
    }

    [Fact]
    public void The_invariants_notice_a_unit_that_is_counted_and_not_held()
    {
        var state = States("windows-server-2008-x64", Partitionability.Dynamic).First();
        var wrong = state with
        {
            Partitions = state.Partitions.SetItem(0, state.Partitions[0] with { Holds = default }),
        };
        Assert.NotEmpty(StateInvariants.BrokenIn(wrong));
    }

    private static IEnumerable<int> ChangedOwners(Decision decision) =>
        Enumerable.Range(0, decision.Before.Units.Count)
            .Where(unit => decision.Before.Units[unit].Owner != decision.Next.Units[unit].Owner);

    private static IEnumerable<ServerState> States(string profile, Partitionability kind)
    {
        var space = Space(profile, kind);
        return Enumerable.Range(0, space.Count).Select(space.State);
    }

    private static IEnumerable<Decision> Decisions(string profile, Partitionability kind)
    {
        var space = Space(profile, kind);
        return Enumerable.Range(0, space.Count)
            .Where(number => number % 7 == 0)
            .SelectMany(number => space.Scope.Requests.Select(r => Transition.Decide(space.State(number), r)));
    }

    private static StateSpace Space(string profile, Partitionability kind) => StateSpace.Explore(
        BuiltInScopes.Medium.For(ProfileCatalog.Find(profile)!, kind), Claims.All);
}
