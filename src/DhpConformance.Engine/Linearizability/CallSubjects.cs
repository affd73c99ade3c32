using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Histories;

namespace DhpConformance.Engine.Linearizability;

/// <summary>What a call names: units, a partition, or the whole server.</summary>
internal static class CallSubjects
{
    /// <summary>The name of what is asked, as the vocabulary has it: <c>hot-add</c>, or <c>observe</c>.</summary>
    public static string Name(HistoryCall call) => call.Operation is null
        ? "observe"
        : System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(call.Operation.GetType().Name);

    /// <summary>Whether the effect or the answer of one may depend on the other.</summary>
    public static bool Conflict(HistoryCall one, HistoryCall other)
    {
        if (one.Operation is null || other.Operation is null)
        {
            return MayChange(one) || MayChange(other);
        }

        return IsAboutServer(one.Operation) || IsAboutServer(other.Operation)
            || Units(one.Operation).Intersect(Units(other.Operation)).Any()
            || (Partition(one.Operation) is { } partition && Partition(other.Operation) == partition);
    }

    /// <summary>Whether it may have changed the server: it was not refused, and is no observation.</summary>
    public static bool MayChange(HistoryCall call) =>
        call.Operation is not null && call.Outcome is not { Kind: OutcomeKind.Refused };

    /// <summary>The units that an operation names.</summary>
    public static ImmutableArray<UnitId> Units(Operation operation) => operation switch
    {
        AssignUnit assign => [assign.Unit],
        ReleaseUnit release => [release.Unit],
        SwitchUnitPower power => [power.Unit],
        HotAdd add => [add.Unit],
        HotReplace replace => [replace.Target, replace.Spare],
        HotRemove remove => [remove.Unit],
        InjectStartFailure failure => [failure.Unit],
        _ => [],
    };

    // A release names no partition, and yet it may depend on the one that holds the unit.
    private static bool IsAboutServer(Operation operation) => operation
        is PowerOnServer or PowerOffServer or InjectServiceProcessorOutage or Settle or ReleaseUnit;

    private static PartitionId? Partition(Operation operation) => operation switch
    {
        AssignUnit assign => assign.Partition,
        StartPartition start => start.Partition,
        StopPartition stop => stop.Partition,
        RestartPartition restart => restart.Partition,
        HotAdd add => add.Partition,
        HotReplace replace => replace.Partition,
        HotRemove remove => remove.Partition,
        InjectPartitionError error => error.Partition,
        _ => null,
    };
}
