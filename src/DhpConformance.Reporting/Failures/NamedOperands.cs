using DhpConformance.Abstractions;
using DhpConformance.Reporting.Diagrams;

namespace DhpConformance.Reporting.Failures;

/// <summary>What an operation names.</summary>
internal static class NamedOperands
{
    public static Marked By(Operation operation) => operation switch
    {
        AssignUnit one => Of([one.Unit], one.Partition),
        ReleaseUnit one => Of([one.Unit]),
        SwitchUnitPower one => Of([one.Unit]),
        InjectStartFailure one => Of([one.Unit]),
        StartPartition one => Of([], one.Partition),
        StopPartition one => Of([], one.Partition),
        RestartPartition one => Of([], one.Partition),
        InjectPartitionError one => Of([], one.Partition),
        RegisterDriver one => Of([], one.Partition),
        RegisterApplication one => Of([], one.Partition),
        HotAdd one => Of([one.Unit], one.Partition),
        HotReplace one => Of([one.Target, one.Spare], one.Partition),
        HotRemove one => Of([one.Unit], one.Partition),
        _ => Marked.Nothing,
    };

    private static Marked Of(UnitId[] units, params PartitionId[] partitions) => new([.. units], [.. partitions]);
}
