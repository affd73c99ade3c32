using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Reference;

namespace DhpConformance.Tests.Reference;

/// <summary>
/// A reference server with two running partitions and spare units, and short words to act on it. Partition 0 holds
/// processor 0 (two logical processors), memory 1 and bridge 2; partition 1 holds processor 3 and memory 4.
/// </summary>
internal sealed class Fixture : IDisposable
{
    public static readonly UnitId OneThread = new(10);
    public static readonly UnitId AnotherThread = new(11);
    public static readonly UnitId TwoThreads = new(12);
    public static readonly UnitId FourThreads = new(13);
    public static readonly UnitId Module = new(20);
    public static readonly UnitId IdenticalProcessor = new(30);
    public static readonly UnitId Bridge = new(40);
    public static readonly PartitionId Here = new(0);
    public static readonly PartitionId Elsewhere = new(1);

    private readonly ReferenceServer server;

    public Fixture(Profile? profile = null, ServerComposition? composition = null)
    {
        server = new(composition ?? new ServerComposition());
        var everything = profile ?? Everything;
        server.Reset(new(
            Partitionability.Dynamic,
            [
                Processor(0, 2), Memory(1, 100), new(new(2), UnitKind.IoHostBridge, "bridge", 0, "s2"),
                Processor(3, 1), Memory(4, 100),
                Processor(10, 1), Processor(11, 1), Processor(12, 2), Processor(13, 4), Memory(20, 50),
                Processor(30, 2), new(new(40), UnitKind.IoHostBridge, "bridge", 0, "s40"),
            ],
            [
                new(Here, everything, 16, 1000, [new(0), new(1), new(2)]),
                new(Elsewhere, everything, 16, 1000, [new(3), new(4)]),
            ]));
        Granted(new StartPartition(Here));
        Granted(new StartPartition(Elsewhere));
        TakeNotifications();
    }

    /// <summary>An operating system that can do and promises all there is.</summary>
    public static Profile Everything { get; } = new(
        "everything",
        "x64",
        [
            .. from operation in Enum.GetValues<HotOperation>()
               from kind in Enum.GetValues<UnitKind>()
               select new Capability(operation, kind),
        ],
        [.. Enum.GetValues<Behaviour>()],
        128);

    /// <summary>What is shown of the first partition.</summary>
    public PartitionObservation Shown => server.Observe().Partitions[0];

    public void Dispose() => server.Dispose();

    public Outcome Apply(Operation operation) => server.Apply(operation);

    public void Granted(Operation operation) => Assert.Equal(Outcome.Completed, server.Apply(operation));

    public Outcome Driver(int id, DriverScript script) => server.Apply(new RegisterDriver(Here, new(id), script));

    public Outcome Add(UnitId unit) => server.Apply(new HotAdd(Here, unit));

    /// <summary>Replaces the processor of the first partition.</summary>
    public Outcome Replace() => server.Apply(new HotReplace(Here, new(0), IdenticalProcessor));

    /// <summary>What was told since the last time, without the hints that promise nothing.</summary>
    public ImmutableArray<Notification> TakeNotifications() =>
        [.. server.Observe().Notifications.Where(each => each.Kind != NotificationKind.HighMemory)];

    /// <summary>What was told once everything that was put off is done.</summary>
    public ImmutableArray<Notification> NotificationsAfterSettling()
    {
        Granted(new Settle());
        return TakeNotifications();
    }

    private static PartitionUnit Processor(int id, int threads) =>
        new(new(id), UnitKind.Processor, "cpu", threads, "s" + id);

    private static PartitionUnit Memory(int id, long bytes) =>
        new(new(id), UnitKind.MemoryModule, "dimm", bytes, "s" + id);
}
