using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Model.Monitors;
using DhpConformance.Model.Profiles;
using DhpConformance.Model.State;
using DhpConformance.Model.Transitions;

namespace DhpConformance.Tests.Model.State;

public sealed class StateEqualityTests
{
    private static readonly Inventory Inventory = new(
        new ServerSetup(
            Partitionability.Dynamic,
            [
                new(new(0), UnitKind.Processor, "cpu", 1, "SN0"),
                new(new(1), UnitKind.MemoryModule, "dimm", 1L << 30, "SN1"),
                new(new(2), UnitKind.Processor, "cpu", 1, "SN2"),
            ],
            [
                new PartitionSetup(
                    new(0), ProfileCatalog.Find("windows-server-2008-x64")!, 64, 64L << 30, [new(0), new(1)]),
            ]),
        Claims.All);

    private static readonly Dictionary<string, Func<ServerState, ServerState>> Changes = new()
    {
        ["the power of the server"] = state => state with { PoweredOn = !state.PoweredOn },
        ["an outage"] = state => state with { Outage = true },
        ["a switch"] = state => state with
        {
            Units = state.Units.With(2, state.Units[2] with { Power = SwitchPosition.Off }),
        },
        ["a pending operation"] = state => state with { Pending = [new HotAdd(new(0), new(1))] },
        ["a parked component"] = state => With(state, state.Partitions[0] with { Parked = [] }),
        ["the units at the start"] = state => With(state, state.Partitions[0] with { UnitsAtStart = [0] }),
        ["a numbering that was observed"] = state => With(state, state.Partitions[0] with { Numbering = default }),
        ["the number of groups"] = state => With(state, state.Partitions[0] with { Groups = 1 }),
        ["the memory at the start"] = state => With(state, state.Partitions[0] with { MemoryAtStart = 1 }),
        ["the pools"] = state => With(state, state.Partitions[0] with { Pools = new PoolSizes(1, 1) }),
        ["a module that came on line in part"] = state => With(
            state, state.Partitions[0] with { PartialMemory = PartialMemory.None }),
        ["who is registered"] = state => Having(state, Driver with { Id = new(4) }),
        ["the masks at the registration"] = state => Having(state, Driver with { MasksAtRegistration = [1] }),
        ["the affinity of an application"] = state => Having(state, Driver with { Affinity = [1] }),
        ["a device that waits"] = state => Having(state, Driver with { AwaitsRebalance = true }),
    };

    public static TheoryData<string> Differences => [.. Changes.Keys];

    [Fact]
    public void Two_states_that_were_made_alike_are_equal()
    {
        // The records' own equality calls them different: their arrays are not the same ones.
        var (one, other) = (Made(), Made());
        Assert.NotEqual(one, other);
        Assert.Equal(one, other, StateEquality.Instance);
        Assert.Equal(StateEquality.Instance.GetHashCode(one), StateEquality.Instance.GetHashCode(other));
    }

    [Theory]
    [MemberData(nameof(Differences))]
    public void States_differ_in(string what) =>
        Assert.NotEqual(Made(), Changes[what](Made()), StateEquality.Instance);

    [Fact]
    public void Operations_that_nobody_has_observed_are_equal_only_if_they_are_the_same()
    {
        // They hold the states before and after them, and those the operations before: to compare them by their members
        // takes twice as long for each operation more.
        var (one, other) = (Unobserved(), Unobserved());
        Assert.Equal(
            Made() with { ConsumerState = one }, Made() with { ConsumerState = one with { } }, StateEquality.Instance);
        Assert.NotEqual(
            Made() with { ConsumerState = one }, Made() with { ConsumerState = other }, StateEquality.Instance);
    }

    private static ConsumerState Unobserved() => new()
    {
        History = new MonitorHistory(
            [],
            new(1, new Settle(), Transition.Decide(Made(), new Settle()), Outcome.Completed, Earlier: null)),
    };

    private static ServerState Made() => With(
        Having(ServerState.Initial(Inventory) with { Pending = [new HotAdd(new(0), new(2))] }, Driver),
        new PartitionState
        {
            Parked = [new(2, 1)],
            UnitsAtStart = ImmutableArray.Create(0, 1),
            Numbering = ImmutableArray<LogicalProcessor>.Empty,
            PartialMemory = PartialMemory.None with { Modules = ImmutableArray.Create(1) },
        });

    private static Registration Driver => new(new(3), 0, new DriverScript { Synchronous = true }, null)
    {
        MasksAtRegistration = [3],
        Affinity = [3],
    };

    private static ServerState Having(ServerState state, Registration registration) => state with
    {
        ConsumerState = new ConsumerState { Registrations = [registration] },
    };

    private static ServerState With(ServerState state, PartitionState partition) =>
        state with { Partitions = [partition] };
}
