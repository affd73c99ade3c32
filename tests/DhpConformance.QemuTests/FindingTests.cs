using DhpConformance.Abstractions;
using DhpConformance.Adapters.Qemu;

namespace DhpConformance.QemuTests;

/// <summary>
/// The sequences of <c>reports/qemu-findings.md</c>. A version in which one of them does well is a reason to say so
/// there; the test is then limited to the versions before.
/// </summary>
public sealed class FindingTests
{
    private static readonly UnitId Processor = new(2);

    [QemuFact(QemuMachine.Pseries)]
    public void Q1_as_many_processors_as_slots_removed_ones_included_abort_it()
    {
        using var server = Started(new QemuOptions());

        // The third add at the latest; a freed processor that is still notified (Q2) can be quicker.
        var fault = Assert.Throws<ServerFaultException>(() =>
        {
            for (var round = 0; round < 3; round++)
            {
                server.Apply(new HotAdd(Servers.P0, Processor));
                server.Apply(new HotRemove(Servers.P0, Processor));
            }
        });
        Assert.Equal(ServerFault.Ended, fault.Fault);
    }

    [QemuFact(QemuMachine.Pseries)]
    public void Q2_a_memory_module_after_the_removal_of_a_processor_ends_it()
    {
        using var server = Started(new QemuOptions { SpareSlots = 8 });
        server.Apply(new HotAdd(Servers.P0, Processor));
        server.Apply(new HotRemove(Servers.P0, Processor));
        var fault = Assert.Throws<ServerFaultException>(() => server.Apply(new HotAdd(Servers.P0, new UnitId(6))));
        Assert.Equal(ServerFault.Ended, fault.Fault);
    }

    [QemuFact(QemuMachine.Pseries)]
    public void Q3_with_one_thread_the_removal_of_a_processor_never_ends()
    {
        using var server = Started(new QemuOptions
        {
            Accelerator = "tcg,thread=single",
            CommandDeadline = TimeSpan.FromSeconds(1),
        });
        server.Apply(new HotAdd(Servers.P0, Processor));
        var fault = Assert.Throws<ServerFaultException>(() => server.Apply(new HotRemove(Servers.P0, Processor)));
        Assert.Equal(ServerFault.DeadlineMissed, fault.Fault);
    }

    private static QemuServer Started(QemuOptions options)
    {
        var server = new QemuServer(options);
        server.Reset(Servers.Small(Servers.Pseries));
        server.Apply(new StartPartition(Servers.P0));
        return server;
    }
}
