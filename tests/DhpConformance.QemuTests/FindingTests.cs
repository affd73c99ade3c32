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
    private static readonly UnitId Bridge = new(8);

    [QemuFact(QemuMachine.Pseries)]
    public void Q1_as_many_processors_as_slots_removed_ones_included_abort_it()
    {
        using var server = Started(new QemuOptions());

        // The third add at the latest; a removal now and then (Q5).
        Dies(() => AddAndRemove(server, rounds: 3));
    }

    [QemuFact(QemuMachine.Pseries)]
    public void Q2_a_bridge_after_the_removal_of_a_processor_ends_it()
    {
        using var server = Started(new QemuOptions { SpareSlots = 8 });
        Dies(() =>
        {
            // Now and then this ends it already (Q5).
            AddAndRemove(server, rounds: 1);
            server.Apply(new HotAdd(Servers.P0, Bridge));
        });
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

    [QemuFact(QemuMachine.Pseries)]
    public void Q4_a_module_within_the_limit_is_refused_where_removals_have_left_gaps()
    {
        using var server = new QemuServer(new QemuOptions());
        server.Reset(Servers.Gapped());
        server.Apply(new StartPartition(Servers.P0));
        Assert.Equal(Outcome.Completed, server.Apply(new HotRemove(Servers.P0, new UnitId(4))));
        Assert.Equal(
            Outcome.Refused(RefusalReason.LimitExceeded), server.Apply(new HotAdd(Servers.P0, new UnitId(6))));
    }

    [QemuFact(QemuMachine.Pseries)]
    public void Q5_one_of_a_hundred_removals_of_a_processor_ends_it_at_the_latest()
    {
        using var server = Started(new QemuOptions { SpareSlots = 120 });
        Dies(() => AddAndRemove(server, rounds: 100));
    }

    [QemuFact(QemuMachine.Pseries)]
    public void Q8_one_of_twenty_bridges_that_take_the_index_of_a_leaving_one_ends_it_at_the_latest()
    {
        using var server = new QemuServer(new QemuOptions());
        server.Reset(Servers.WithTwoBridges());
        server.Apply(new StartPartition(Servers.P0));
        server.Apply(new HotAdd(Servers.P0, Bridge));
        Dies(() => ReplaceBridges(server, rounds: 20));
    }

    // On a busy machine the one bridge may have left before the other comes.
    private static void ReplaceBridges(QemuServer server, int rounds)
    {
        var (leaving, coming) = (Bridge, new UnitId(9));
        for (var round = 0; round < rounds; round++)
        {
            Assert.Equal(Outcome.Accepted, server.Apply(new HotRemove(Servers.P0, leaving)));
            server.Apply(new HotAdd(Servers.P0, coming));
            server.Apply(new Settle());
            (leaving, coming) = (coming, leaving);
        }
    }

    private static void AddAndRemove(QemuServer server, int rounds)
    {
        for (var round = 0; round < rounds; round++)
        {
            server.Apply(new HotAdd(Servers.P0, Processor));
            server.Apply(new HotRemove(Servers.P0, Processor));
        }
    }

    private static void Dies(Action sequence) =>
        Assert.Equal(ServerFault.Ended, Assert.Throws<ServerFaultException>(sequence).Fault);

    private static QemuServer Started(QemuOptions options)
    {
        var server = new QemuServer(options);
        server.Reset(Servers.Small(Servers.Pseries));
        server.Apply(new StartPartition(Servers.P0));
        return server;
    }
}
