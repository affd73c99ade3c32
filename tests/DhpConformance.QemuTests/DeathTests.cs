using System.Diagnostics;
using DhpConformance.Abstractions;
using DhpConformance.Adapters.Qemu;

namespace DhpConformance.QemuTests;

/// <summary>A partition whose process dies is told from the others, which go on.</summary>
public sealed class DeathTests
{
    [QemuFact(QemuMachine.Pseries)]
    public void A_process_that_is_killed_is_named_with_its_signal_and_the_others_answer()
    {
        using var folder = new TemporaryFolder();
        using var server = new QemuServer(new QemuOptions { Folder = folder.Path });
        server.Reset(Servers.Small(Servers.Pseries));
        server.Apply(new StartPartition(Servers.P0));
        var first = Assert.Single(folder.Emulators());
        server.Apply(new StartPartition(Servers.P1));
        using (var emulator = Process.GetProcessById(first))
        {
            emulator.Kill();
        }

        var fault = Assert.Throws<ServerFaultException>(() => server.Apply(new HotAdd(Servers.P0, new UnitId(2))));
        Assert.Equal(ServerFault.Ended, fault.Fault);
        Assert.Contains("p0 ended with signal 9", fault.Message, StringComparison.Ordinal);
        Assert.Contains("The other running partition still answers", fault.Message, StringComparison.Ordinal);

        server.Reset(Servers.Small(Servers.Pseries));
        Assert.Equal(Outcome.Completed, server.Apply(new StartPartition(Servers.P0)));
    }

    [QemuFact(QemuMachine.Pseries)]
    public void An_injected_error_crashes_one_partition_and_leaves_the_other()
    {
        using var server = new QemuServer(new QemuOptions());
        server.Reset(Servers.Small(Servers.Pseries));
        server.Apply(new StartPartition(Servers.P0));
        server.Apply(new StartPartition(Servers.P1));
        Assert.Equal(Outcome.Completed, server.Apply(new InjectPartitionError(Servers.P0)));
        var seen = server.Observe();
        Assert.Equal([RunState.Crashed, RunState.Running], seen.Partitions.Select(partition => partition.State));
        Assert.Equal(Servers.P0, seen.Units[0].Owner);
    }
}
