using DhpConformance.Abstractions;
using DhpConformance.Model.Matching;
using DhpConformance.Model.Monitors;
using DhpConformance.Model.Rules;

namespace DhpConformance.Engine.Judging;

/// <summary>Says which rule a difference breaks. The tables are those of <c>specs/judging.md</c>.</summary>
internal static class Judge
{
    /// <summary>A wrong answer.</summary>
    public static Violation Answer(Step step)
    {
        var rule = AnswerRules.Of(step.Decision, step.Operation, step.Outcome);
        return new(
            rule, step.Number, step.Operation, "the answer", step.Decision.ToString(), step.Outcome.ToString())
        {
            Partition = step.Decision.Partition,
            ConcernsCapability = RuleCatalog.IsCell(rule) || step.Outcome.Refusal == RefusalReason.NotSupported,
        };
    }

    /// <summary>A right answer, and a state that does not go with it. No step means: right after the reset.</summary>
    public static Violation State(Difference difference, Step? step, Observation observation) => new(
        step is null ? StateRules.AfterReset(difference) : StateRules.Of(step, difference, observation),
        step?.Number ?? 0,
        step?.Operation,
        difference.Subject,
        difference.Expected,
        difference.Observed)
    {
        Partition = step?.Decision.Partition ?? -1,
    };

    /// <summary>A right answer and a right state, but a notification that is missing or not permitted.</summary>
    public static Violation Notification(NotificationViolation wrong, Step? step) => new(
        wrong.Rule, step?.Number ?? 0, step?.Operation, wrong.Subject, wrong.Expected, wrong.Observed)
    {
        Partition = wrong.Partition,
    };

    /// <summary>Data that no server could mean.</summary>
    public static Violation InvalidData(string fault, Step? step) =>
        new(null, step?.Number ?? 0, step?.Operation, "the observation", "valid data", fault)
        {
            Fault = ServerFault.InvalidData,
        };

    /// <summary>The implementation threw, or the way to it broke.</summary>
    public static Violation Fault(Exception exception, Call call, IReadOnlyList<Operation> executed)
    {
        var observed = exception is ServerFaultException fault
            ? fault.Message
            : $"{exception.GetType().Name}: {exception.Message}";
        return new(
            RuleOf(exception, call),
            executed.Count,
            executed.Count > 0 ? executed[^1] : null,
            call switch
            {
                Call.Reset => "the reset",
                Call.Apply => "the answer",
                _ => "the observation",
            },
            "an answer",
            observed)
        {
            Fault = (exception as ServerFaultException)?.Fault ?? ServerFault.Reported,
            Evidence = (exception as ServerFaultException)?.Evidence,
        };
    }

    // A server that dies or falls silent in the middle of legal use has broken a rule; one that answers rubbish, or
    // says itself that it is broken, says nothing about any.
    private static string? RuleOf(Exception exception, Call call) =>
        exception is ServerFaultException { Fault: ServerFault.Ended or ServerFault.DeadlineMissed }
        && call != Call.Reset
            ? "REF-07"
            : null;
}
