using DhpConformance.Abstractions;
using DhpConformance.Engine.Exhaustive;
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
        var setup = Scopes.Medium(ProfileCatalog.Find("windows-server-2008-x64")!).Setup;
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
