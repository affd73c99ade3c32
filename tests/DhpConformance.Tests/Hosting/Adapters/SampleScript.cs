using DhpConformance.Abstractions;
using static DhpConformance.Abstractions.RefusalReason;

namespace DhpConformance.Tests.Hosting.Adapters;

/// <summary>A sequence with the one right answer to each operation, and what is to be seen at the end.</summary>
internal static class SampleScript
{
    private static readonly PartitionId First = new(0);
    private static readonly PartitionId Second = new(1);
    private static readonly PartitionId Absent = new(9);

    private static readonly UnitKind[] Kinds =
        [UnitKind.Processor, UnitKind.MemoryModule, UnitKind.IoHostBridge];

    // Everything is supported for every kind, but no bridge can be replaced.
    private static readonly Profile Profile = new(
        "script",
        "x64",
        [
            .. Kinds.Select(kind => new Capability(HotOperation.Add, kind)),
            .. Kinds.Select(kind => new Capability(HotOperation.Remove, kind)),
            new Capability(HotOperation.Replace, UnitKind.Processor),
            new Capability(HotOperation.Replace, UnitKind.MemoryModule),
        ],
        [Behaviour.FixedPools],
        32);

    public static ServerSetup Setup(Partitionability partitionability) => new(
        partitionability,
        [
            Unit(0, UnitKind.Processor, "cpu", 2),
            Unit(1, UnitKind.MemoryModule, "dimm \"é\"", 1024),
            Unit(2, UnitKind.Processor, "cpu", 2),
            Unit(3, UnitKind.Processor, "cpu", 2),
            Unit(4, UnitKind.MemoryModule, "dimm \"é\"", 1024),
            Unit(5, UnitKind.IoHostBridge, "bridge", 0),
            Unit(6, UnitKind.IoHostBridge, "bridge", 0),
            Unit(7, UnitKind.MemoryModule, "other", 2048),
        ],
        [
            new PartitionSetup(First, Profile, 4, 2048, [new UnitId(0), new UnitId(1)]),
            new PartitionSetup(Second, Profile, 4, 4096, []),
        ]);

    public static IReadOnlyList<(Operation Operation, Outcome Answer)> OnDynamicServer { get; } =
    [
        (new StartPartition(Second), Outcome.Refused(Insufficient)),
        (new StartPartition(Absent), Outcome.Refused(NotPresent)),
        (new StartPartition(First), Outcome.Completed),
        (new StartPartition(First), Outcome.Refused(NotStopped)),
        (new AssignUnit(new(2), First), Outcome.Refused(NotStopped)),
        (new ReleaseUnit(new(0)), Outcome.Refused(NotStopped)),
        (new ReleaseUnit(new(2)), Outcome.Refused(NotAssigned)),
        (new ReleaseUnit(new(-1)), Outcome.Refused(NotPresent)),
        (new SwitchUnitPower(new(0), UnitPower.Off), Outcome.Refused(InUse)),
        (new SwitchUnitPower(new(3), UnitPower.Off), Outcome.Completed),
        (new HotAdd(First, new(2)), Outcome.Completed),
        (new HotAdd(First, new(2)), Outcome.Refused(InUse)),
        (new HotAdd(First, new(3)), Outcome.Refused(LimitExceeded)),
        (new HotAdd(First, new(7)), Outcome.Refused(LimitExceeded)),
        (new HotAdd(Second, new(3)), Outcome.Refused(NotRunning)),
        (new HotAdd(First, new(99)), Outcome.Refused(NotPresent)),
        (new HotAdd(First, new(5)), Outcome.Completed),
        (new HotReplace(First, new(0), new(3)), Outcome.Completed),
        (new HotReplace(First, new(0), new(0)), Outcome.Refused(NotAssigned)),
        (new HotReplace(First, new(2), new(3)), Outcome.Refused(InUse)),
        (new HotReplace(First, new(1), new(7)), Outcome.Refused(Incompatible)),
        (new HotReplace(First, new(5), new(6)), Outcome.Refused(NotSupported)),
        (new HotRemove(First, new(2)), Outcome.Completed),
        (new HotRemove(First, new(3)), Outcome.Refused(Insufficient)),
        (new HotRemove(First, new(2)), Outcome.Refused(NotAssigned)),
        (new InjectPartitionError(First), Outcome.Refused(NotSupported)),
        (new Deregister(new(1)), Outcome.Refused(NotSupported)),
        (new Settle(), Outcome.Completed),
    ];

    public static IReadOnlyList<(Operation Operation, Outcome Answer)> OnStaticServer { get; } =
    [
        (new AssignUnit(new(2), Second), Outcome.Refused(NotDynamic)),
        (new StartPartition(First), Outcome.Completed),
        (new HotAdd(First, new(2)), Outcome.Refused(NotDynamic)),
        (new PowerOnServer(), Outcome.Refused(NotStopped)),
        (new PowerOffServer(), Outcome.Completed),
        (new PowerOffServer(), Outcome.Refused(NotRunning)),
        (new StopPartition(First), Outcome.Refused(NotRunning)),
        (new StartPartition(First), Outcome.Refused(NotRunning)),
        (new AssignUnit(new(2), Second), Outcome.Completed),
        (new ReleaseUnit(new(2)), Outcome.Completed),
        (new PowerOnServer(), Outcome.Completed),
        (new StartPartition(First), Outcome.Completed),
        (new RestartPartition(First), Outcome.Completed),
        (new StopPartition(First), Outcome.Completed),
        (new RestartPartition(First), Outcome.Refused(NotRunning)),
    ];

    private static PartitionUnit Unit(int id, UnitKind kind, string type, long capacity) =>
        new(new UnitId(id), kind, type, capacity, $"s{id}");
}
