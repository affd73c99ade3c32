using DhpConformance.Abstractions;

namespace DhpConformance.Engine.Exhaustive;

/// <summary>The built-in scopes.</summary>
public static class Scopes
{
    private const long Module = 1L << 30;

    /// <summary>
    /// One partition that can run, two spares of its processor (one of them another type), a spare of its memory
    /// module and a larger one; tight limits, units that do not start, and errors in the partition.
    /// </summary>
    public static Scope Small(Profile profile, Partitionability partitionability = Partitionability.Dynamic) => Of(
        "small",
        profile,
        partitionability,
        StartFailures | PartitionErrors,
        processorLimit: 2,
        memoryLimit: 2 * Module,
        [
            (UnitKind.Processor, "cpu-a", 1, 0),
            (UnitKind.Processor, "cpu-a", 1, null),
            (UnitKind.Processor, "cpu-b", 1, null),
            (UnitKind.MemoryModule, "dimm-a", Module, 0),
            (UnitKind.MemoryModule, "dimm-a", Module, null),
            (UnitKind.MemoryModule, "dimm-a", 2 * Module, null),
        ],
        partitions: 1);

    /// <summary>
    /// Two partitions that can run, two units of each kind; unit power, errors in a partition, and outages of the
    /// service processor.
    /// </summary>
    public static Scope Medium(Profile profile, Partitionability partitionability = Partitionability.Dynamic) => Of(
        "medium",
        profile,
        partitionability,
        UnitPower | PartitionErrors | Outages,
        processorLimit: 512,
        memoryLimit: 512 * Module,
        [
            (UnitKind.Processor, "cpu-a", 1, 0),
            (UnitKind.Processor, "cpu-a", 1, 1),
            (UnitKind.MemoryModule, "dimm-a", Module, 0),
            (UnitKind.MemoryModule, "dimm-a", Module, 1),
            (UnitKind.IoHostBridge, "bridge", 0, 0),
            (UnitKind.IoHostBridge, "bridge", 0, null),
        ],
        partitions: 2);

    /// <summary>
    /// Two partitions, four processors, one of them with two logical processors, three memory modules, two bridges;
    /// errors in a partition.
    /// </summary>
    public static Scope Large(Profile profile, Partitionability partitionability = Partitionability.Dynamic) => Of(
        "large",
        profile,
        partitionability,
        PartitionErrors,
        processorLimit: 3,
        memoryLimit: 512 * Module,
        [
            (UnitKind.Processor, "cpu-a", 1, 0),
            (UnitKind.Processor, "cpu-a", 1, 1),
            (UnitKind.Processor, "cpu-a", 1, null),
            (UnitKind.Processor, "cpu-b", 2, null),
            (UnitKind.MemoryModule, "dimm-a", Module, 0),
            (UnitKind.MemoryModule, "dimm-a", Module, 1),
            (UnitKind.MemoryModule, "dimm-a", Module, null),
            (UnitKind.IoHostBridge, "bridge", 0, null),
            (UnitKind.IoHostBridge, "bridge", 0, null),
        ],
        partitions: 2);

    private const int UnitPower = 1;
    private const int PartitionErrors = 2;
    private const int StartFailures = 4;
    private const int Outages = 8;

    private static Scope Of(
        string name,
        Profile profile,
        Partitionability partitionability,
        int include,
        int processorLimit,
        long memoryLimit,
        (UnitKind Kind, string Type, long Capacity, int? Owner)[] units,
        int partitions)
    {
        var setup = new ServerSetup(
            partitionability,
            [.. units.Select((u, i) => new PartitionUnit(new(i), u.Kind, u.Type, u.Capacity, $"SN{i:D4}"))],
            [
                .. Enumerable.Range(0, partitions).Select(p => new PartitionSetup(
                    new(p),
                    profile,
                    processorLimit,
                    memoryLimit,
                    [.. Enumerable.Range(0, units.Length).Where(i => units[i].Owner == p).Select(i => new UnitId(i))])),
            ]);
        return new Scope(name, setup, [.. Requests.Of(setup, IsIncluded)]);

        bool IsIncluded(Operation operation) => operation switch
        {
            SwitchUnitPower => (include & UnitPower) != 0,
            InjectPartitionError => (include & PartitionErrors) != 0,
            InjectStartFailure => (include & StartFailures) != 0,
            InjectServiceProcessorOutage => (include & Outages) != 0,
            _ => true,
        };
    }
}
