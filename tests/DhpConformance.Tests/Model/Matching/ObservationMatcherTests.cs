using DhpConformance.Abstractions;
using DhpConformance.Engine.Scopes;
using DhpConformance.Model.Matching;
using DhpConformance.Model.Profiles;
using DhpConformance.Model.State;
using DhpConformance.Model.Transitions;
using DhpConformance.Reference;

namespace DhpConformance.Tests.Model.Matching;

/// <summary>Each field of an observation, tampered with, is noticed as that field.</summary>
public sealed class ObservationMatcherTests
{
    private readonly ServerState state;
    private readonly Observation honest;

    public ObservationMatcherTests()
    {
        var profile = ProfileCatalog.Find("windows-server-2008-x64")!;
        var setup = BuiltInScopes.Medium.For(profile, Partitionability.Dynamic).Setup;
        using var server = new ReferenceServer();
        server.Reset(setup);
        state = ServerState.Initial(new Inventory(setup, server.Describe().Claims));
        var start = new StartPartition(new(0));
        server.Apply(start);
        state = Transition.Decide(state, start).Next;
        honest = server.Observe();
        state = ObservationMatcher.Bind(state, honest);
    }

    public static TheoryData<Field, Func<Observation, Observation>> Lies { get; } = new()
    {
        { Field.UnitList, o => o with { Units = o.Units.RemoveAt(1) } },
        { Field.UnitList, o => o with { Units = o.Units.SetItem(1, o.Units[0]) } },
        { Field.ServerPower, o => o with { PoweredOn = false } },
        { Field.Owner, o => o with { Units = o.Units.SetItem(0, o.Units[0] with { Owner = new(1) }) } },
        { Field.Owner, o => o with { Units = o.Units.SetItem(0, o.Units[0] with { Owner = new(99) }) } },
        { Field.UnitPower, o => o with { Units = o.Units.SetItem(5, o.Units[5] with { Power = UnitPower.Off }) } },
        { Field.RunState, o => First(o, p => p with { State = RunState.Crashed }) },
        { Field.ActiveProcessors, o => First(o, p => p with { ActiveProcessors = 2 }) },
        { Field.ActiveProcessors, o => First(o, p => p with { Processors = [] }) },
        { Field.MaximumProcessors, o => First(o, p => p with { MaximumProcessors = 1 }) },
        { Field.ProcessorIndex, o => Renumber(o, p => p with { Index = 1 }) },
        { Field.ProcessorNumber, o => Renumber(o, p => p with { Number = 64 }) },
        { Field.ProcessorNumber, o => Renumber(o, p => p with { Group = 99 }) },
        { Field.ProcessorUnit, o => Renumber(o, p => p with { Unit = new(1) }) },
        { Field.ActiveMask, o => First(o, p => p with { ActiveMasks = [.. p.ActiveMasks.Select(m => m << 1)] }) },
        { Field.Memory, o => First(o, p => p with { MemoryBytes = 1 }) },
        { Field.Pools, o => First(o, p => p with { PagedPoolBytes = 0 }) },
        { Field.Pools, o => First(o, p => p with { NonpagedPoolBytes = p.NonpagedPoolBytes - 1 }) },
        { Field.Bridges, o => First(o, p => p with { Bridges = [] }) },
        { Field.LatestHotOperation, o => First(o, p => p with
            {
                LatestHotOperation = new(HotOperation.Add, new(0), OutcomeKind.Completed),
            })
        },
    };

    [Fact]
    public void An_honest_observation_has_no_difference() =>
        Assert.Null(ObservationMatcher.FirstDifference(state, honest));

    [Theory]
    [MemberData(nameof(Lies))]
    public void A_lie_is_noticed_for_what_it_is(Field field, Func<Observation, Observation> lie)
    {
        var difference = ObservationMatcher.FirstDifference(state, lie(honest));
        Assert.NotNull(difference);
        Assert.Equal(field, difference.Field);
        Assert.NotEqual(difference.Expected, difference.Observed);
    }

    [Fact]
    public void What_is_known_to_go_together_is_not_compared_again()
    {
        var lie = First(honest, p => p with { MemoryBytes = 1 });
        Assert.Null(ObservationMatcher.FirstDifference(state, lie, new KnownMatch(state, lie)));
    }

    [Theory]
    [MemberData(nameof(Lies))]
    public void A_lie_is_noticed_although_the_truth_is_known(Field field, Func<Observation, Observation> lie) =>
        Assert.Equal(
            field,
            ObservationMatcher.FirstDifference(state, lie(honest), new KnownMatch(state, honest))?.Field);

    public static TheoryData<Field, Operation> Changes { get; } = new()
    {
        { Field.ServerPower, new PowerOffServer() },
        { Field.RunState, new StopPartition(new(0)) },
        { Field.RunState, new InjectPartitionError(new(0)) },
        { Field.Owner, new HotAdd(new(0), new(5)) },
        { Field.UnitPower, new SwitchUnitPower(new(5), UnitPower.Off) },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void What_was_true_is_noticed_when_it_is_shown_again_after_a_change(Field field, Operation change)
    {
        var decision = Transition.Decide(state, change);
        Assert.True(decision.IsGrant);
        var difference = ObservationMatcher.FirstDifference(decision.Next, honest, new KnownMatch(state, honest));
        Assert.Equal(field, difference?.Field);
    }

    [Fact]
    public void What_goes_together_on_one_server_proves_nothing_about_another()
    {
        var other = state with { Inventory = new Inventory(state.Inventory.Setup, Claims.None) };
        var lie = First(honest, p => p with { MemoryBytes = 1 });
        Assert.Equal(Field.Memory, ObservationMatcher.FirstDifference(other, lie, new KnownMatch(state, lie))?.Field);
    }

    [Fact]
    public void Numbers_that_change_without_cause_are_noticed()
    {
        var shifted = First(Renumber(honest, p => p with { Number = 5 }), p => p with
        {
            ActiveMasks = p.ActiveMasks.SetItem(0, 1UL << 5),
        });
        Assert.Equal(Field.Numbering, ObservationMatcher.FirstDifference(state, shifted)?.Field);
    }

    private static Observation First(Observation observation, Func<PartitionObservation, PartitionObservation> lie) =>
        observation with { Partitions = observation.Partitions.SetItem(0, lie(observation.Partitions[0])) };

    private static Observation Renumber(Observation observation, Func<LogicalProcessor, LogicalProcessor> lie) =>
        First(observation, p => p with { Processors = [lie(p.Processors[0]), .. p.Processors[1..]] });
}
