using DhpConformance.Abstractions;
using DhpConformance.Reference;
using static DhpConformance.Tests.Reference.SmallServer;

namespace DhpConformance.Tests.Reference;

public sealed class ResetTests
{
    [Fact]
    public void Everything_is_on_and_every_partition_is_stopped_with_the_units_of_its_setup()
    {
        var seen = After().Observe();

        Assert.True(seen.PoweredOn);
        Assert.All(seen.Units, unit => Assert.Equal(UnitPower.On, unit.Power));
        Assert.All(seen.Partitions, partition => Assert.Equal(RunState.Stopped, partition.State));
        Assert.Equal(
            [P0, P0, P0, P1, P1, P1, null, null, null, null, null, null, null, null],
            seen.Units.Select(unit => unit.Owner));
    }

    [Fact]
    public void Nothing_of_what_happened_before_remains()
    {
        var fresh = Seen.At(After());
        using var used = After(
            new InjectStartFailure(FreeModule, 1),
            new StartPartition(P0),
            new HotAdd(P0, FreeProcessor),
            new PowerOffServer(),
            new InjectServiceProcessorOutage(false));

        used.Reset(Setup(Windows));

        Assert.Equal(fresh, Seen.At(used));
        Assert.Equal(Outcome.Completed, used.Apply(new StartPartition(P0)));
        Assert.Equal(Outcome.Completed, used.Apply(new HotAdd(P0, FreeModule)));
    }

    [Fact]
    public void Before_it_the_server_only_describes_itself()
    {
        using var server = new ReferenceServer();

        Assert.Equal("reference", server.Describe().Name);
        Assert.Throws<InvalidOperationException>(() => server.Apply(new Settle()));
        Assert.Throws<InvalidOperationException>(() => server.Observe());
    }

    [Fact]
    public void Looking_changes_nothing()
    {
        using var server = After(new StartPartition(P0), new HotAdd(P0, FreeBridge));

        Assert.Equal(Seen.At(server), Seen.At(server));
    }
}
