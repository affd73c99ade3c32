using DhpConformance.Abstractions;
using DhpConformance.Adapters.Qemu;

namespace DhpConformance.QemuTests;

/// <summary>What each machine says of itself, and what it does with one unit of each kind.</summary>
public sealed class MachineTests
{
    private static readonly UnitId Processor = new(2);
    private static readonly UnitId Module = new(6);
    private static readonly UnitId Bridge = new(8);

    [QemuFact(QemuMachine.Pseries)]
    public void Pseries_claims_what_its_file_says() => CheckClaims(QemuMachine.Pseries);

    [QemuFact(QemuMachine.Q35)]
    public void Q35_claims_what_its_file_says() => CheckClaims(QemuMachine.Q35);

    [QemuFact(QemuMachine.Pseries)]
    public void Units_come_to_pseries_and_go()
    {
        using var server = Started(QemuMachine.Pseries, Servers.Pseries);
        foreach (var unit in new[] { Processor, Module, Bridge })
        {
            Assert.Equal(Outcome.Completed, server.Apply(new HotAdd(Servers.P0, unit)));
            Assert.Equal(Servers.P0, OwnerOf(server, unit));
        }

        var full = server.Observe().Partitions[0];
        Assert.Equal((2, 2 * Servers.Module), (full.ActiveProcessors, full.MemoryBytes));
        Assert.Equal(Bridge, Assert.Single(full.Bridges));
        Assert.Equal(Outcome.Completed, server.Apply(new HotRemove(Servers.P0, Module)));
        Assert.Equal(Outcome.Accepted, server.Apply(new HotRemove(Servers.P0, Bridge)));
        Assert.Equal(Outcome.Completed, server.Apply(new Settle()));

        // Last, because of finding Q2.
        Assert.Equal(Outcome.Completed, server.Apply(new HotRemove(Servers.P0, Processor)));
        Assert.All([Processor, Module, Bridge], unit => Assert.Null(OwnerOf(server, unit)));
        var empty = server.Observe().Partitions[0];
        Assert.Equal((1, Servers.Module, 0), (empty.ActiveProcessors, empty.MemoryBytes, empty.Bridges.Length));
    }

    [QemuFact(QemuMachine.Q35)]
    public void Units_come_to_q35_and_stay()
    {
        using var server = Started(QemuMachine.Q35, Servers.Q35);
        Assert.Equal(Outcome.Completed, server.Apply(new HotAdd(Servers.P0, Processor)));
        Assert.Equal(Outcome.Completed, server.Apply(new HotAdd(Servers.P0, Module)));
        Assert.All([Processor, Module, Bridge], unit => Assert.Equal(
            OutcomeKind.Refused, server.Apply(new HotRemove(Servers.P0, unit)).Kind));
        Assert.Equal(OutcomeKind.Refused, server.Apply(new HotAdd(Servers.P0, Bridge)).Kind);
        Assert.Equal(2, server.Observe().Partitions[0].ActiveProcessors);
    }

    [QemuFact(QemuMachine.Pseries)]
    public void A_unit_that_its_own_partition_holds_is_refused_by_qemu()
    {
        using var server = Started(QemuMachine.Pseries, Servers.Pseries);
        Assert.All([new UnitId(0), new UnitId(4)], unit => Assert.Equal(
            Outcome.Refused(RefusalReason.InUse), server.Apply(new HotAdd(Servers.P0, unit))));
        Assert.Equal(
            Outcome.Refused(RefusalReason.NotAssigned), server.Apply(new HotRemove(Servers.P0, Processor)));
    }

    private static PartitionId? OwnerOf(QemuServer server, UnitId unit) =>
        server.Observe().Units.Single(one => one.Id == unit).Owner;

    private static QemuServer Started(QemuMachine machine, Profile profile)
    {
        var server = new QemuServer(new QemuOptions { Machine = machine });
        server.Reset(Servers.Small(profile));
        Assert.Equal(Outcome.Completed, server.Apply(new StartPartition(Servers.P0)));
        return server;
    }

    private static void CheckClaims(QemuMachine machine)
    {
        using var server = new QemuServer(new QemuOptions { Machine = machine });
        AdapterFiles.Claims(machine).Check(server.Describe());
    }
}
