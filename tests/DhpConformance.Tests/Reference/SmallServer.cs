using DhpConformance.Abstractions;
using DhpConformance.Reference;

namespace DhpConformance.Tests.Reference;

/// <summary>
/// A server that is small enough to know by heart: two partitions that hold one unit of each kind, an empty third,
/// and spares. Every processor has two logical processors and every module 4 GB unless its name says otherwise.
/// </summary>
internal static class SmallServer
{
    public const long Gigabyte = 1L << 30;
    public const int ProcessorLimit = 6;
    public const long MemoryLimit = 12 * Gigabyte;

    public static readonly PartitionId P0 = new(0);
    public static readonly PartitionId P1 = new(1);
    public static readonly PartitionId Empty = new(2);
    public static readonly PartitionId NoPartition = new(99);

    public static readonly UnitId Processor = new(0);
    public static readonly UnitId Module = new(1);
    public static readonly UnitId Bridge = new(2);
    public static readonly UnitId OtherProcessor = new(3);
    public static readonly UnitId OtherModule = new(4);
    public static readonly UnitId OtherBridge = new(5);
    public static readonly UnitId FreeProcessor = new(6);
    public static readonly UnitId FreeModule = new(7);
    public static readonly UnitId FreeBridge = new(8);
    public static readonly UnitId SecondFreeProcessor = new(9);
    public static readonly UnitId SecondFreeModule = new(10);
    public static readonly UnitId WideProcessor = new(11);
    public static readonly UnitId LargeModule = new(12);
    public static readonly UnitId ForeignProcessor = new(13);
    public static readonly UnitId NoUnit = new(99);

    /// <summary>Supports what Windows Server 2008 supports on x64.</summary>
    public static Profile Windows { get; } = new(
        "windows",
        "x64",
        [
            new(HotOperation.Add, UnitKind.Processor),
            new(HotOperation.Add, UnitKind.MemoryModule),
            new(HotOperation.Add, UnitKind.IoHostBridge),
            new(HotOperation.Replace, UnitKind.Processor),
            new(HotOperation.Replace, UnitKind.MemoryModule),
        ],
        [.. Enum.GetValues<Behaviour>()],
        256);

    /// <summary>Supports everything, hot remove too.</summary>
    public static Profile Everything { get; } = Windows with
    {
        Name = "everything",
        Capabilities =
        [
            .. from operation in Enum.GetValues<HotOperation>()
               from kind in Enum.GetValues<UnitKind>()
               select new Capability(operation, kind),
        ],
    };

    /// <summary>Supports no hot operation, and knows no processor groups.</summary>
    public static Profile Nothing { get; } = Windows with { Name = "nothing", Capabilities = [], Behaviours = [] };

    public static ServerSetup Setup(Profile profile, Partitionability kind = Partitionability.Dynamic) => new(
        kind,
        [
            A(Processor, UnitKind.Processor, 2),
            A(Module, UnitKind.MemoryModule, 4 * Gigabyte),
            A(Bridge, UnitKind.IoHostBridge, 0),
            A(OtherProcessor, UnitKind.Processor, 2),
            A(OtherModule, UnitKind.MemoryModule, 4 * Gigabyte),
            A(OtherBridge, UnitKind.IoHostBridge, 0),
            A(FreeProcessor, UnitKind.Processor, 2),
            A(FreeModule, UnitKind.MemoryModule, 4 * Gigabyte),
            A(FreeBridge, UnitKind.IoHostBridge, 0),
            A(SecondFreeProcessor, UnitKind.Processor, 2),
            A(SecondFreeModule, UnitKind.MemoryModule, 4 * Gigabyte),
            A(WideProcessor, UnitKind.Processor, 3),
            A(LargeModule, UnitKind.MemoryModule, 6 * Gigabyte),
            A(ForeignProcessor, UnitKind.Processor, 2) with { Type = "foreign" },
        ],
        [
            new(P0, profile, ProcessorLimit, MemoryLimit, [Processor, Module, Bridge]),
            new(P1, profile, ProcessorLimit, MemoryLimit, [OtherProcessor, OtherModule, OtherBridge]),
            new(Empty, profile, ProcessorLimit, MemoryLimit, []),
        ]);

    /// <summary>A fresh server on which these requests were granted.</summary>
    public static ReferenceServer After(params Operation[] operations) => With(Windows).And(operations);

    /// <summary>A fresh server all of whose partitions have this profile.</summary>
    public static ReferenceServer With(Profile profile, Partitionability kind = Partitionability.Dynamic) =>
        With(Setup(profile, kind));

    public static ReferenceServer With(ServerSetup setup)
    {
        var server = new ReferenceServer();
        server.Reset(setup);
        return server;
    }

    /// <summary>The server on which these requests were granted as well.</summary>
    public static ReferenceServer And(this ReferenceServer server, params Operation[] operations)
    {
        foreach (var operation in operations)
        {
            var outcome = server.Apply(operation);
            Assert.True(outcome.Kind is not OutcomeKind.Refused, $"{operation} was {outcome}.");
        }

        return server;
    }

    public static UnitObservation Unit(this ReferenceServer server, UnitId id) =>
        server.Observe().Units.Single(unit => unit.Id == id);

    public static PartitionId? OwnerOf(this ReferenceServer server, UnitId id) => server.Unit(id).Owner;

    public static PartitionObservation Partition(this ReferenceServer server, PartitionId id) =>
        server.Observe().Partitions.Single(partition => partition.Id == id);

    private static PartitionUnit A(UnitId id, UnitKind kind, long capacity) =>
        new(id, kind, kind == UnitKind.IoHostBridge ? "bridge" : "ordinary", capacity, $"serial {id}");
}
