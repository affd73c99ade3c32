using DhpConformance.Abstractions;
using DhpConformance.Reference;

namespace DhpConformance.Tests.Engine.Facts;

public sealed class PastedFacts
{
    // windows-server-2008-x64, case 1. After step 2, the answer:
    // expected refused (incompatible); observed completed.
    [Fact]
    public void REP_01_windows_server_2008_x64()
    {
        using IPartitionableServer server = CreateServer(); // yours
        server.Reset(new ServerSetup(
            Partitionability.Dynamic,
            [
                new(new UnitId(0), UnitKind.Processor, "cpu-a", 1, "SN0000"),
                new(new UnitId(1), UnitKind.MemoryModule, "dimm-a", 2147483648, "SN0010"),
                new(new UnitId(2), UnitKind.MemoryModule, "dimm-a", 1073741824, "SN0012"),
            ],
            [
                new(
                    new PartitionId(0),
                    new Profile(
                        "windows-server-2008-x64",
                        "x64",
                        [
                            new(HotOperation.Add, UnitKind.Processor),
                            new(HotOperation.Add, UnitKind.MemoryModule),
                            new(HotOperation.Add, UnitKind.IoHostBridge),
                            new(HotOperation.Replace, UnitKind.Processor),
                            new(HotOperation.Replace, UnitKind.MemoryModule),
                        ],
                        [
                            Behaviour.FixedPools,
                            Behaviour.SynchronousNotification,
                            Behaviour.ArrivalNotification,
                            Behaviour.ResourceRebalance,
                            Behaviour.ProcessorGroups,
                        ],
                        256),
                    512,
                    4294967296,
                    [new UnitId(0), new UnitId(2)]),
            ]));
        server.Observe();

        // 1. Start p0. Required: completed.
        server.Apply(new StartPartition(new PartitionId(0)));
        server.Observe();

        // 2. Hot replace memory module u2 of p0 by memory module u1. Required: refused (incompatible).
        var answer = server.Apply(new HotReplace(new PartitionId(0), new UnitId(2), new UnitId(1)));
        Assert.Equal(Outcome.Refused(RefusalReason.Incompatible), answer);
    }

    // windows-2000, case 2. After step 3, unit u2:
    // expected free; observed held by p0.
    [Fact]
    public void TOP_20_windows_2000()
    {
        using IPartitionableServer server = CreateServer(); // yours
        server.Reset(new ServerSetup(
            Partitionability.Dynamic,
            [
                new(new UnitId(0), UnitKind.Processor, "cpu-a", 1, "SN0000"),
                new(new UnitId(1), UnitKind.Processor, "cpu-a", 1, "SN0001"),
                new(new UnitId(2), UnitKind.Processor, "cpu-a", 1, "SN0003"),
                new(new UnitId(3), UnitKind.MemoryModule, "dimm-a", 1073741824, "SN0007"),
                new(new UnitId(4), UnitKind.MemoryModule, "dimm-a", 1073741824, "SN0008"),
            ],
            [
                new(
                    new PartitionId(0),
                    new Profile(
                        "windows-2000",
                        "x86",
                        [],
                        [],
                        32),
                    512,
                    549755813888,
                    [new UnitId(0), new UnitId(3)]),
                new(
                    new PartitionId(1),
                    new Profile(
                        "windows-2000",
                        "x86",
                        [],
                        [],
                        32),
                    512,
                    549755813888,
                    [new UnitId(1), new UnitId(4)]),
            ]));
        server.Observe();

        // 1. Start p1. Required: completed.
        server.Apply(new StartPartition(new PartitionId(1)));
        server.Observe();

        // 2. Hot add processor u2 to p1. Required: refused (not supported).
        server.Apply(new HotAdd(new PartitionId(1), new UnitId(2)));
        server.Observe();

        // 3. Start p0. Required: completed.
        var answer = server.Apply(new StartPartition(new PartitionId(0)));
        Assert.Equal(Outcome.Completed, answer);
        var seen = server.Observe();
        Assert.Null(seen.Units.Single(unit => unit.Id == new UnitId(2)).Owner);
    }

    public static IPartitionableServer CreateServer() => new ReferenceServer();
}
