using DhpConformance.Abstractions;
using DhpConformance.Model.Rules;
using DhpConformance.Model.Transitions;
using static DhpConformance.Abstractions.RefusalReason;

namespace DhpConformance.Engine.Judging;

/// <summary>
/// The rule that a wrong answer breaks, where consumers have a part in it. Asked before the other tables.
/// </summary>
internal static class ConsumerAnswerRules
{
    /// <summary>The rule; null if consumers have no part in it.</summary>
    public static string? Of(in Decision decision, Operation operation, Outcome outcome) => decision.Operation switch
    {
        OperationKind.RegisterDriver or OperationKind.RegisterApplication => Registration(decision, operation, outcome),
        OperationKind.Deregister => decision.IsRefusal ? null : "CON-01",
        OperationKind.SubmitIo => !decision.IsRefusal ? "IO-05"
            : IsOverlooked(decision, outcome, Invalid) ? "CON-02" : null,
        OperationKind.HotAdd => decision.Vetoed == 0 || outcome.Kind == OutcomeKind.Refused ? null
            : decision.Partly ? "SYN-10" : "SYN-09",
        OperationKind.HotReplace => Replace(decision, outcome),
        _ => null,
    };

    private static string? Registration(in Decision decision, Operation operation, Outcome outcome) =>
        !decision.IsRefusal ? decision.Or is null ? "CON-01" : "SYN-26"
        : outcome.Kind == OutcomeKind.Refused || decision.Refusals == ReasonSet.Any
            || decision.Refusals.Contains(NotPresent) ? null
        : decision.Refusals.Contains(NotRunning) ? "CON-03"
        : decision.Refusals.Contains(NotSupported) ? Unsupported(decision, operation)
        : "CON-02";

    // A driver asks for two things that the profile may lack; the first of them names the rule.
    private static string Unsupported(in Decision decision, Operation operation) =>
        operation is not RegisterDriver driver ? "APP-03"
        : driver.Script.Synchronous
            && !decision.Before.Inventory.Profile(decision.Partition).Promises(Behaviour.SynchronousNotification)
            ? "SYN-12"
        : "ASY-04";

    private static string? Replace(in Decision decision, Outcome outcome)
    {
        if (decision.IsRefusal)
        {
            return decision.IsRefusedForDevice ? "QUI-08" : null;
        }

        return outcome.Kind == OutcomeKind.Refused ? null
            : decision.Failure == FailureReason.QuiesceFailed ? "QUI-09"
            : outcome.Failure == FailureReason.QuiesceFailed ? "QUI-07"
            : null;
    }

    private static bool IsOverlooked(in Decision decision, Outcome outcome, RefusalReason reason) =>
        outcome.Kind != OutcomeKind.Refused && decision.Refusals.Only == reason;
}
