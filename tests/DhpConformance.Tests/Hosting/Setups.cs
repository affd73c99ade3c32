using DhpConformance.Abstractions;

namespace DhpConformance.Tests.Hosting;

/// <summary>A small server for tests that are about the way to it.</summary>
internal static class Setups
{
    public static readonly UnitId Processor = new(0);
    public static readonly UnitId Memory = new(1);
    public static readonly UnitId Bridge = new(2);
    public static readonly PartitionId Partition = new(0);

    public static readonly Profile Profile = new(
        "test",
        "x64",
        [new Capability(HotOperation.Add, UnitKind.Processor)],
        [Behaviour.FixedPools],
        64);

    public static readonly ServerSetup Small = new(
        Partitionability.Dynamic,
        [
            new PartitionUnit(Processor, UnitKind.Processor, "cpu", 1, "s0"),
            new PartitionUnit(Memory, UnitKind.MemoryModule, "dimm", 1 << 20, "s1"),
            new PartitionUnit(Bridge, UnitKind.IoHostBridge, "bridge", 0, "s2"),
        ],
        [new PartitionSetup(Partition, Profile, 4, 1 << 30, [Processor])]);

    public static Operation AssignMemory { get; } = new AssignUnit(Memory, Partition);
}
