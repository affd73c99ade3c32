using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Cases;
using DhpConformance.Engine.Execution;
using DhpConformance.Engine.Judging;
using DhpConformance.Engine.Profiles;
using DhpConformance.Model.Profiles;
using DhpConformance.Reference;

namespace DhpConformance.Tests.Model.Notifications;

/// <summary>
/// Operations on a server with two running partitions, carried out by the reference server; what is notified of them is
/// told by the test.
/// </summary>
/// <remarks>
/// p0 holds processor u0, module u1, bridge u2; p1 holds u3, u4, u5. Free are processors u6 (like u0) and u7 (two
/// logical processors), module u8 and bridge u9.
/// </remarks>
internal sealed record Scenario(params ImmutableArray<Operation> Operations)
{
    private const long GiB = 1L << 30;

    public static PartitionId P0 { get; } = new(0);

    public static PartitionId P1 { get; } = new(1);

    public static Operation AddProcessor { get; } = new HotAdd(P0, new(6));

    public static Operation AddTwoProcessors { get; } = new HotAdd(P0, new(7));

    public static Operation AddMemory { get; } = new HotAdd(P0, new(8));

    public static Operation AddBridge { get; } = new HotAdd(P0, new(9));

    public static Operation Replace { get; } = new HotReplace(P0, new(0), new(6));

    public static Operation LetSettle { get; } = new Settle();

    /// <summary>Whether the profile is one that supports hot remove.</summary>
    public bool HotEverything { get; init; }

    public static Operation Driver(int consumer, DriverScript script) => new RegisterDriver(P0, new(consumer), script);

    public static Operation Device(int consumer, DeviceScript device) =>
        Driver(consumer, new DriverScript { Device = device });

    public static Operation Neighbour(int consumer, DriverScript script) =>
        new RegisterDriver(P1, new(consumer), script);

    public static Operation Application(int consumer, bool processors = true, bool memory = true) =>
        new RegisterApplication(P0, new(consumer), new(processors, memory));

    /// <summary>
    /// What is seen broken by somebody who looks once, in the end, and sees the honest state but is told this.
    /// </summary>
    public Violation? FirstViolation(IEnumerable<Notification> log)
    {
        var last = Operations.Length + 2;
        using var server = new ServerWithLog(
            [.. log.Select(notice => notice.Operation == 0 ? notice with { Operation = last } : notice)]);
        var operations = new ListedOperations([new StartPartition(P0), new StartPartition(P1), .. Operations]);
        return new SequenceRunner(
            server, server.Describe().Claims).Run(Setup(), operations, ObservationPolicy.AtTheEnd);
    }

    /// <summary>The server.</summary>
    public ServerSetup Setup()
    {
        var profile = HotEverything
            ? SelfTestProfiles.All.Single(one => one.Name == "hot-everything")
            : ProfileCatalog.Find("windows-server-2008-x64")!;
        return new(
            Partitionability.Dynamic,
            [
                Unit(0, UnitKind.Processor, 1), Unit(1, UnitKind.MemoryModule, GiB), Unit(2, UnitKind.IoHostBridge, 0),
                Unit(3, UnitKind.Processor, 1), Unit(4, UnitKind.MemoryModule, GiB), Unit(5, UnitKind.IoHostBridge, 0),
                Unit(6, UnitKind.Processor, 1), Unit(7, UnitKind.Processor, 2), Unit(8, UnitKind.MemoryModule, GiB),
                Unit(9, UnitKind.IoHostBridge, 0),
            ],
            [
                new(P0, profile, 64, 64 * GiB, [new(0), new(1), new(2)]),
                new(P1, profile, 64, 64 * GiB, [new(3), new(4), new(5)]),
            ]);
    }

    private static PartitionUnit Unit(int id, UnitKind kind, long capacity) =>
        new(new(id), kind, kind.ToString(), capacity, $"SN{id}");

    /// <summary>The reference server, except for what it tells.</summary>
    private sealed class ServerWithLog(ImmutableArray<Notification> told) : IPartitionableServer
    {
        private readonly ReferenceServer server = new();

        public ImplementationDescription Describe() => server.Describe();

        public void Reset(ServerSetup setup) => server.Reset(setup);

        public Outcome Apply(Operation operation) => server.Apply(operation);

        public Observation Observe() => server.Observe() with { Notifications = told };

        public void Dispose() => server.Dispose();
    }
}
