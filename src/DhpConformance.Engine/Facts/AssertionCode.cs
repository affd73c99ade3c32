using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Narration;
using DhpConformance.Engine.Results;
using DhpConformance.Model.Matching;
using DhpConformance.Model.State;
using DhpConformance.Model.Transitions;

namespace DhpConformance.Engine.Facts;

/// <summary>What a pasted fact asserts in the end.</summary>
internal static class AssertionCode
{
    private static readonly Outcome[] Answers =
    [
        Outcome.Completed,
        Outcome.PartlyCompleted,
        Outcome.Accepted,
        .. Enum.GetValues<RefusalReason>().Select(Outcome.Refused),
        .. Enum.GetValues<FailureReason>().Select(Outcome.Failed),
    ];

    /// <summary>Lines of code; null if no assertion can say what is wrong.</summary>
    public static ImmutableArray<string>? Of(Failure failure, ModelTimeline retelling, string policy)
    {
        var isAnswered = failure.Answers.Length == failure.Operations.Length;
        if (retelling.Last is { } decision && (!isAnswered || !decision.Permits(failure.Answers[^1])))
        {
            return [Answer(decision)];
        }

        return failure.Seen is { } seen
            && ObservationMatcher.FirstDifference(retelling.End, seen) is { } difference
            && Value(retelling.End, difference) is { } assertion
            ? [.. retelling.Last is { } last ? [Answer(last)] : Array.Empty<string>(), policy, assertion]
            : null;
    }

    private static string Answer(Decision decision)
    {
        var permitted = Answers.Where(decision.Permits).Select(Code).ToList();
        return permitted.Count == 1
            ? $"Assert.Equal({permitted[0]}, answer);"
            : $"Assert.Contains(answer, new[] {{ {string.Join(", ", permitted)} }});";
    }

    private static string? Value(ServerState state, Difference difference)
    {
        return difference.Field == Field.ServerPower ? $"Assert.{state.PoweredOn}(seen.PoweredOn);"
            : difference.Field is Field.Owner or Field.UnitPower ? OfUnit(state, difference)
            : difference.Partition >= 0 ? OfPartition(state, difference)
            : null;
    }

    private static string OfUnit(ServerState state, Difference difference)
    {
        var required = state.Units[difference.Unit];
        var id = state.Inventory.Unit(difference.Unit).Value;
        var seen = $"seen.Units.Single(unit => unit.Id == new UnitId({id}))";
        return difference.Field == Field.UnitPower
            ? $"Assert.Equal(UnitPower.{(required.Power == SwitchPosition.Off ? "Off" : "On")}, {seen}.Power);"
            : !required.IsHeld ? $"Assert.Null({seen}.Owner);"
            : $"Assert.Equal(new PartitionId({state.Inventory.Partition(required.Owner).Value}), {seen}.Owner);";
    }

    private static string? OfPartition(ServerState state, Difference difference)
    {
        var required = state.Partitions[difference.Partition];
        var id = state.Inventory.Partition(difference.Partition).Value;
        var seen = $"seen.Partitions.Single(one => one.Id == new PartitionId({id}))";
        var (member, value) = difference.Field switch
        {
            Field.RunState => ("State", $"RunState.{required.State}"),
            Field.ActiveProcessors => ("ActiveProcessors", $"{required.ActiveProcessors}"),
            Field.MaximumProcessors when required.Runs =>
                ("MaximumProcessors", $"{state.Inventory.MaximumProcessors(difference.Partition)}"),
            Field.Memory => ("MemoryBytes", $"{required.VisibleMemory}"),
            Field.LatestHotOperation => ("LatestHotOperation", Code(required.Latest)),
            _ => ("", ""),
        };
        return member.Length == 0 ? null : $"Assert.Equal({value}, {seen}.{member});";
    }

    private static string Code(HotOperationStatus? status) => status is { } one
        ? $"new HotOperationStatus(HotOperation.{one.Operation}, new UnitId({one.Unit.Value}), "
            + $"OutcomeKind.{one.Outcome})"
        : "null";

    private static string Code(Outcome outcome) => outcome switch
    {
        { Refusal: { } reason } => $"Outcome.Refused(RefusalReason.{reason})",
        { Failure: { } reason } => $"Outcome.Failed(FailureReason.{reason})",
        _ => $"Outcome.{outcome.Kind}",
    };
}
