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

    [Fact]
    public void The_signal_is_named_also_if_the_process_ends_long_after_its_monitor()
    {
        using var emulator = FakeQemu.Aborting();
        using var server = new QemuServer(new QemuOptions { Binary = emulator.Program });
        server.Reset(Servers.Small(Servers.Pseries));
        var fault = Assert.Throws<ServerFaultException>(() => server.Apply(new StartPartition(Servers.P0)));
        Assert.Contains("p0 ended with signal 6", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.1, 1)]
    [InlineData(2.5, 5)]
    public void Deadlines_grow_with_the_time_of_the_start(double seconds, double factor)
    {
        var quiet = new QemuOptions();
        var slowed = quiet.SlowedBy(TimeSpan.FromSeconds(seconds));
        Assert.Equal(quiet.CommandDeadline * factor, slowed.CommandDeadline);
        Assert.Equal(quiet.RemovalDeadline * factor, slowed.RemovalDeadline);
        Assert.Equal(quiet.GuestDeadline * factor, slowed.GuestDeadline);
        Assert.Equal(quiet.BootDeadline * factor, slowed.BootDeadline);
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
