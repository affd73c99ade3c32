using DhpConformance.Abstractions;
using DhpConformance.Adapters.Qemu;

namespace DhpConformance.QemuTests;

/// <summary>
/// The end of a partition ends its pending removals: an accepted removal is carried out. QEMU was accused with ADD-01
/// after <em>add a bridge, remove it, restart, settle, add it</em>, since the adapter still took it to be in use.
/// </summary>
public sealed class PendingRemovalTests
{
    private static readonly UnitId Bridge = new(8);

    [QemuFact(QemuMachine.Pseries)]
    public void A_restart_frees_a_bridge_that_was_leaving() => Frees(new RestartPartition(Servers.P0));

    [QemuFact(QemuMachine.Pseries)]
    public void A_stop_frees_a_bridge_that_was_leaving() =>
        Frees(new StopPartition(Servers.P0), new StartPartition(Servers.P0));

    [QemuFact(QemuMachine.Pseries)]
    public void A_crash_frees_a_bridge_that_was_leaving() =>
        Frees(new InjectPartitionError(Servers.P0), new StopPartition(Servers.P0), new StartPartition(Servers.P0));

    [QemuFact(QemuMachine.Pseries)]
    public void A_power_cycle_frees_a_bridge_that_was_leaving() =>
        Frees(new PowerOffServer(), new PowerOnServer(), new StartPartition(Servers.P0));

    private static void Frees(params Operation[] ending)
    {
        using var server = new QemuServer(new QemuOptions());
        server.Reset(Servers.Small(Servers.Pseries));
        Assert.Equal(Outcome.Completed, server.Apply(new StartPartition(Servers.P0)));
        Assert.Equal(Outcome.Completed, server.Apply(new HotAdd(Servers.P0, Bridge)));
        Assert.Equal(Outcome.Accepted, server.Apply(new HotRemove(Servers.P0, Bridge)));

        Assert.All(ending, operation => Assert.Equal(Outcome.Completed, server.Apply(operation)));

        Assert.Equal(Outcome.Completed, server.Apply(new Settle()));
        Assert.Null(server.Observe().Units.Single(unit => unit.Id == Bridge).Owner);
        Assert.Equal(Outcome.Completed, server.Apply(new HotAdd(Servers.P0, Bridge)));
    }
}
