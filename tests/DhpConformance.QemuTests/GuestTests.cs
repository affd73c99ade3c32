using DhpConformance.Abstractions;
using DhpConformance.Adapters.Qemu;
using DhpConformance.Hosting;

namespace DhpConformance.QemuTests;

/// <summary>With an operating system, which is asked what it sees. A boot takes seconds: there are few tests.</summary>
public sealed class GuestTests
{
    private static readonly QemuOptions Guest = new() { Machine = QemuMachine.Q35, Guest = AdapterFiles.Guest };

    [GuestFact]
    public void An_operating_system_sees_what_comes_and_lets_modules_go()
    {
        using var server = new QemuServer(Guest);
        server.Reset(Servers.Small(Servers.Q35Guest));
        Assert.Equal(Outcome.Completed, server.Apply(new StartPartition(Servers.P0)));
        Assert.Equal((1, Servers.Module), Seen(server));

        Assert.Equal(Outcome.Completed, server.Apply(new HotAdd(Servers.P0, new UnitId(2))));
        Assert.Equal((2, Servers.Module), Seen(server));
        Assert.Equal(Outcome.Completed, server.Apply(new HotAdd(Servers.P0, new UnitId(6))));
        Assert.Equal((2, 2 * Servers.Module), Seen(server));

        // The one that was there when it booted, then the one that came.
        Assert.Equal(Outcome.Completed, server.Apply(new HotRemove(Servers.P0, new UnitId(4))));
        Assert.Equal((2, Servers.Module), Seen(server));
        Assert.Equal(Outcome.Completed, server.Apply(new HotAdd(Servers.P0, new UnitId(4))));
        Assert.Equal(Outcome.Completed, server.Apply(new HotRemove(Servers.P0, new UnitId(6))));
        Assert.Equal((2, Servers.Module), Seen(server));
        Assert.Equal(
            Outcome.Refused(RefusalReason.NotSupported), server.Apply(new HotRemove(Servers.P0, new UnitId(2))));
    }

    [GuestFact]
    public void It_claims_what_its_file_says()
    {
        using var server = new QemuServer(Guest);
        ClaimsFile.Read(AdapterFiles.PathOf("claims-q35-guest.json")).Check(server.Describe());
    }

    private static (int Processors, long MemoryBytes) Seen(QemuServer server)
    {
        var seen = server.Observe().Partitions[0];
        return (seen.ActiveProcessors, seen.MemoryBytes);
    }
}
