using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Histories;
using DhpConformance.Engine.Judging;
using DhpConformance.Model.Matching;
using DhpConformance.Model.Rules;
using DhpConformance.Model.Transitions;

namespace DhpConformance.Engine.Linearizability;

/// <summary>
/// Says why the calls that are left after the longest orders fit nowhere, and which rule that breaks.
/// </summary>
internal sealed class StuckCalls(
    PossibleSteps steps,
    ImmutableArray<HistoryCall> calls,
    CallOverlaps overlaps,
    IReadOnlyList<LinearizabilitySearch.DeadEnd> deadEnds)
{
    // A wrong answer says more than what is seen afterwards. Rules of overlapping requests come before the others.
    private static readonly string[] Priority =
        ["LIN-01", "LIN-02", "LIN-05", "LIN-06", "LIN-08", "LIN-09", "LIN-04", "LIN-07", "LIN-03"];

    /// <summary>The result for a history of which every order was tried.</summary>
    /// <param name="tried">How much was tried.</param>
    public LinearizabilityResult Result(int tried)
    {
        var misfits =
            from end in deadEnds
            from call in end.Left
            select (Call: call, Found: Misfit(end, call));
        var stuck = misfits
            .GroupBy(one => one.Call.Number)
            .Select(one => new StuckCall(
                one.First().Call,
                one.Select(each => each.Found.Rule).MinBy(Rank)!,
                [.. one.Select(each => each.Found.Misfit).Distinct()]))
            .OrderBy(one => Rank(one.Rule)).ThenBy(one => one.Call.Number)
            .ToImmutableArray();
        return new(LinearizabilityVerdict.NotLinearizable, tried)
        {
            Order = deadEnds[0].Order,
            Orders = deadEnds.Count,
            Rule = stuck[0].Rule,
            Stuck = stuck,
        };
    }

    private static int Rank(string rule) =>
        Array.IndexOf(Priority, rule) is >= 0 and var place ? place : Priority.Length;

    private (string Rule, CallMisfit Misfit) Misfit(LinearizabilitySearch.DeadEnd end, HistoryCall call)
    {
        var state = steps[end.State];
        if (call.Operation is { } operation)
        {
            var decision = Transition.Decide(state, operation);
            return (
                RuleOfAnswer(end, call, decision),
                new("the answer", decision.ToString(), call.Outcome!.Value.ToString()));
        }

        // Where something was accepted, the state may have gone on since, and still not far enough.
        var difference = ObservationMatcher.FirstDifference(state, call.Observation!)
            ?? throw new InvalidOperationException("An observation that fits was left.");
        return (
            RuleOfObservation(end, call, difference),
            new(difference.Subject, difference.Expected, difference.Observed));
    }

    private string RuleOfAnswer(LinearizabilitySearch.DeadEnd end, HistoryCall call, in Decision decision)
    {
        var outcome = call.Outcome!.Value;
        if (outcome.Refusal == RefusalReason.Busy)
        {
            return overlaps.Of(call).Any(other => other.Operation is not null) ? "LIN-09" : "LIN-08";
        }

        if (!overlaps.Of(call).Any(other => CallSubjects.Conflict(call, other)))
        {
            return IsAfterOverlap(end, call, CallSubjects.Conflict)
                ? "LIN-03"
                : AnswerRules.Of(decision, call.Operation!, outcome);
        }

        return outcome.Kind is OutcomeKind.Refused or OutcomeKind.Failed || !decision.IsRefusal
            ? "LIN-06"
            : Overlooked(decision);
    }

    // A unit that a partition lacks at its start was taken by another client while the partition did not run.
    private static string Overlooked(in Decision decision) =>
        decision.Refusals.Contains(RefusalReason.InUse) || decision.Refusals.Contains(RefusalReason.NotAssigned)
            ? "LIN-01"
        : decision.Refusals.Contains(RefusalReason.LimitExceeded)
            || (decision.Refusals.Contains(RefusalReason.Insufficient) && !decision.Operation.IsLifeCycle)
            ? "LIN-02"
        : "LIN-05";

    private string RuleOfObservation(LinearizabilitySearch.DeadEnd end, HistoryCall call, Difference difference)
    {
        var during = overlaps.Of(call).Where(CallSubjects.MayChange).ToList();
        if (during.Any(other => other.Operation is HotReplace replace && Concerns(replace, difference)))
        {
            return "LIN-04";
        }

        if (during.Count > 0)
        {
            return "LIN-07";
        }

        if (IsSeenByAnother(end, call))
        {
            return "LIN-07";
        }

        if (IsAfterOverlap(end, call, (_, _) => true)
            || end.Order.LastOrDefault(CallSubjects.MayChange) is not { } latest)
        {
            return "LIN-03";
        }

        var decision = Transition.Decide(steps[end.State], latest.Operation!);
        var step = new Step(end.Order.Length, latest.Operation!, decision, latest.Outcome ?? Outcome.Completed);
        return StateRules.Of(step, difference, call.Observation!);
    }

    // Another client sees the same state correctly before or afterwards, so this client is shown an old state.
    private bool IsSeenByAnother(LinearizabilitySearch.DeadEnd end, HistoryCall call)
    {
        var before = end.Order.Reverse().TakeWhile(one => !CallSubjects.MayChange(one));
        var after = calls.SkipWhile(one => one.Number <= call.Number).TakeWhile(one => !CallSubjects.MayChange(one))
            .Where(one => one.Observation is { } seen
                && ObservationMatcher.FirstDifference(steps[end.State], seen) is null);
        return before.Concat(after).Any(one => one.Observation is not null && one.Client != call.Client);
    }

    private bool Concerns(HotReplace replace, Difference difference) =>
        steps[0].Inventory is var inventory
        && (difference.Unit < 0
            ? difference.Partition == inventory.Find(replace.Partition)
            : difference.Unit == inventory.Find(replace.Target) || difference.Unit == inventory.Find(replace.Spare));

    // Whether two changes of a kind overlapped since somebody last saw the server at rest.
    private bool IsAfterOverlap(
        LinearizabilitySearch.DeadEnd end, HistoryCall call, Func<HistoryCall, HistoryCall, bool> isOfKind) =>
        end.Order.Reverse()
            .TakeWhile(one => one.Operation is not null || overlaps.Of(one).Any(CallSubjects.MayChange))
            .Any(one => one.Returned < call.Invoked && CallSubjects.MayChange(one)
                && overlaps.Of(one).Any(other => CallSubjects.MayChange(other) && isOfKind(one, other)));
}
