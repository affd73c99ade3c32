using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Histories;
using DhpConformance.Engine.Linearizability;

namespace DhpConformance.Engine.Concurrency;

/// <summary>Which overlaps put which rule to the test.</summary>
internal static class RuleOccasions
{
    /// <summary>How many overlaps of a history put each rule to the test.</summary>
    public static ImmutableDictionary<string, int> Of(History history)
    {
        var overlaps = new CallOverlaps(history.Calls);
        return (from call in history.Calls
                from other in overlaps.Of(call)
                where other.Number > call.Number && CallOverlaps.IsReal(call, other)
                from rule in Rules(call, other)
                group rule by rule).ToImmutableDictionary(rule => rule.Key, rule => rule.Count());
    }

    /// <summary>Whether nothing can put a rule to the test with this profile.</summary>
    public static bool IsBeyond(string rule, Profile profile) =>
        (rule is "LIN-04" && !profile.Capabilities.Any(one => one.Operation == HotOperation.Replace))
        || (rule is "LIN-02" && !profile.Capabilities.Any(one => one.Operation == HotOperation.Add));

    private static IEnumerable<string> Rules(HistoryCall one, HistoryCall other)
    {
        if (one.Operation is not { } first || other.Operation is not { } second)
        {
            var change = one.Operation is null ? other : one;
            return !CallSubjects.Conflict(one, other) ? []
                : change.Operation is HotReplace ? ["LIN-04", "LIN-07"] : ["LIN-07"];
        }

        return CallSubjects.Conflict(one, other)
            ? Conflicting(one, other, first, second).Append("LIN-08").Append("LIN-10")
            : ["LIN-09", "LIN-10"];
    }

    private static IEnumerable<string> Conflicting(
        HistoryCall one, HistoryCall other, Operation first, Operation second)
    {
        if (Taken(first) is { } unit && Taken(second) == unit)
        {
            yield return "LIN-01";
        }

        if (first is HotAdd add && second is HotAdd and var another && add.Partition == ((HotAdd)another).Partition)
        {
            yield return "LIN-02";
        }

        if (CallSubjects.MayChange(one) && CallSubjects.MayChange(other))
        {
            yield return "LIN-03";
        }

        if (IsAboutRunning(first) || IsAboutRunning(second))
        {
            yield return "LIN-05";
        }

        if (one.Outcome is { Kind: OutcomeKind.Refused } || other.Outcome is { Kind: OutcomeKind.Refused })
        {
            yield return "LIN-06";
        }
    }

    private static UnitId? Taken(Operation operation) => operation switch
    {
        AssignUnit assign => assign.Unit,
        HotAdd add => add.Unit,
        HotReplace replace => replace.Spare,
        _ => null,
    };

    private static bool IsAboutRunning(Operation operation) =>
        operation is StartPartition or StopPartition or RestartPartition or PowerOnServer or PowerOffServer
            or InjectPartitionError or InjectServiceProcessorOutage;
}
