using DhpConformance.Abstractions;
using DhpConformance.Engine.Results;
using DhpConformance.Model.Matching;
using DhpConformance.Model.State;

namespace DhpConformance.Reporting.Failures;

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

    public static IEnumerable<string> Of(Failure failure, Story story)
    {
        if (story.Last is { } decision)
        {
            var permitted = Answers.Where(decision.Permits).Select(Code).ToList();
            yield return permitted.Count == 1
                ? $"Assert.Equal({permitted[0]}, answer);"
                : $"Assert.Contains(answer, new[] {{ {string.Join(", ", permitted)} }});";
        }

        yield return "var seen = server.Observe();";
        yield return failure.Seen is { } seen
            && ObservationMatcher.FirstDifference(story.End, seen) is { } difference
            && Field(story.End, difference) is { } assertion
            ? assertion
            : $"// {Text.Legible.Line(failure.Subject, 80)}: {Text.Legible.Line(failure.Expected, 200)}";
    }

    private static string? Field(ServerState state, Difference difference)
    {
        var unit = difference.Unit < 0 ? "" : $"seen.Units.Single(unit => unit.Id == new UnitId({state.Inventory.Unit(difference.Unit).Value}))";
        var partition = difference.Partition < 0
            ? ""
            : $"seen.Partitions.Single(one => one.Id == new PartitionId({state.Inventory.Partition(difference.Partition).Value}))";
        var required = difference.Partition < 0 ? null : state.Partitions[difference.Partition];
        return difference.Field switch
        {
            Model.Matching.Field.ServerPower => $"Assert.{state.PoweredOn}(seen.PoweredOn);",
            Model.Matching.Field.Owner => Owner(state, difference.Unit, unit),
            Model.Matching.Field.UnitPower =>
                $"Assert.Equal(UnitPower.{(state.Units[difference.Unit].Power == SwitchPosition.Off ? "Off" : "On")}, {unit}.Power);",
            Model.Matching.Field.RunState => $"Assert.Equal(RunState.{required!.State}, {partition}.State);",
            Model.Matching.Field.ActiveProcessors =>
                $"Assert.Equal({required!.ActiveProcessors}, {partition}.ActiveProcessors);",
            Model.Matching.Field.MaximumProcessors when required!.Runs =>
                $"Assert.Equal({state.Inventory.MaximumProcessors(difference.Partition)}, {partition}.MaximumProcessors);",
            Model.Matching.Field.Memory => $"Assert.Equal({required!.VisibleMemory}, {partition}.MemoryBytes);",
            Model.Matching.Field.LatestHotOperation => $"Assert.Equal({Code(required!.Latest)}, {partition}.LatestHotOperation);",
            _ => null,
        };
    }

    private static string Owner(ServerState state, int unit, string code) => state.Units[unit].IsFree
        ? $"Assert.Null({code}.Owner);"
        : $"Assert.Equal(new PartitionId({state.Inventory.Partition(state.Units[unit].Owner).Value}), {code}.Owner);";

    private static string Code(HotOperationStatus? status) => status is { } one
        ? $"new HotOperationStatus(HotOperation.{one.Operation}, new UnitId({one.Unit.Value}), OutcomeKind.{one.Outcome})"
        : "null";

    private static string Code(Outcome outcome) => outcome switch
    {
        { Refusal: { } reason } => $"Outcome.Refused(RefusalReason.{reason})",
        { Failure: { } reason } => $"Outcome.Failed(FailureReason.{reason})",
        _ => $"Outcome.{outcome.Kind}",
    };
}
