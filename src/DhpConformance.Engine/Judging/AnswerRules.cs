using DhpConformance.Abstractions;
using DhpConformance.Model.Rules;
using DhpConformance.Model.Transitions;
using static DhpConformance.Abstractions.RefusalReason;

namespace DhpConformance.Engine.Judging;

/// <summary>The rule that a wrong answer breaks.</summary>
internal static class AnswerRules
{
    // First match wins. A server that overlooks one reason and not the others answers wrongly only where that reason
    // stands alone, so the order matters to a server that overlooks several.
    private static readonly RefusalReason[] Priority =
    [
        Unavailable, NotPresent, NotDynamic, InUse, NotAssigned, NotRunning, NotStopped, NotSupported, Incompatible,
        LimitExceeded, Insufficient, Invalid, Busy,
    ];

    public static string Of(in Decision decision, Operation operation, Outcome outcome) =>
        IsAcceptedUnclaimed(decision, outcome) ? "REF-06"
        : ConsumerAnswerRules.Of(decision, operation, outcome) ?? Of(decision, outcome);

    private static string Of(in Decision decision, Outcome outcome)
    {
        if (decision.IsRefusal)
        {
            var refusals = decision.Refusals;
            return outcome.Kind == OutcomeKind.Refused
                ? "REF-02"
                : OverlookedReason(decision, Priority.First(reason => refusals.Contains(reason)));
        }

        // A refusal where it had to fail overlooks nothing of the failure: it refuses what had to be begun.
        if (decision.IsGrant || outcome.Kind == OutcomeKind.Refused)
        {
            return outcome switch
            {
                { Refusal: NotSupported } when Cell(decision) is { } cell => cell,
                { Refusal: LimitExceeded } when decision.Operation == OperationKind.HotAdd => Limit(decision),
                _ => NotCarriedOut(decision),
            };
        }

        return decision.Operation == OperationKind.HotReplace ? "REP-21" : "ADD-04";
    }

    // No request about a consumer may be answered *accepted*, whatever is claimed.
    private static bool IsAcceptedUnclaimed(in Decision decision, Outcome outcome) =>
        outcome.Kind == OutcomeKind.Accepted && !decision.IsRefusal && !decision.Operation.IsAboutConsumers;

    private static string OverlookedReason(in Decision decision, RefusalReason reason) => reason switch
    {
        // An operation that is not claimed may be refused for any reason, but not be carried out.
        Unavailable when decision.Refusals == ReasonSet.Any => "REF-02",
        Unavailable => "TOP-09",
        NotPresent => "REF-04",
        NotDynamic => "DYN-02",
        InUse => decision.Operation switch
        {
            OperationKind.SwitchUnitPower => "TOP-08",
            OperationKind.HotReplace => "REP-03",
            _ => "TOP-13",
        },
        NotAssigned => decision.Operation switch
        {
            OperationKind.HotReplace => "REP-07",
            OperationKind.HotRemove => "REM-11",
            _ => "REF-05",
        },
        NotRunning => decision.Operation.IsHot ? "DYN-13" : "RUN-05",
        NotStopped => decision.Operation is OperationKind.AssignUnit or OperationKind.ReleaseUnit ? "DYN-13" : "RUN-05",
        NotSupported => Cell(decision)!,
        Incompatible => decision.Operation == OperationKind.HotReplace ? "REP-01" : "TRT-01",
        LimitExceeded => Limit(decision),
        Insufficient => "TOP-05",
        _ => "REF-02",
    };

    private static string NotCarriedOut(in Decision decision) => decision.Operation switch
    {
        OperationKind.AssignUnit or OperationKind.ReleaseUnit => decision.Before.Inventory.IsStatic ? "DYN-03"
            : decision.Before.AnotherRuns(decision.Partition) ? "DYN-05"
            : decision.Operation == OperationKind.AssignUnit ? "TOP-03" : "TOP-14",
        OperationKind.SwitchUnitPower => "TOP-08",
        OperationKind.StartPartition => "RUN-01",
        OperationKind.StopPartition => "RUN-02",
        OperationKind.RestartPartition => "RUN-03",
        OperationKind.PowerOnServer or OperationKind.PowerOffServer => "RUN-04",
        OperationKind.HotAdd => "ADD-01",
        OperationKind.HotReplace => "REP-05",
        OperationKind.HotRemove => "REM-10",
        OperationKind.InjectPartitionError => "TOP-18",
        OperationKind.InjectStartFailure => "ADD-04",
        OperationKind.InjectServiceProcessorOutage => "TOP-09",
        _ => "REF-06",
    };

    private static string Limit(in Decision decision) =>
        decision.Before.Inventory.Kind(decision.Unit) == UnitKind.Processor ? "PROC-09"
        : decision.Before.Inventory.Kind(decision.Unit) == UnitKind.MemoryModule ? "MEM-11"
        : "ADD-01";

    private static string? Cell(in Decision decision)
    {
        if (!decision.Operation.IsHot)
        {
            return null;
        }

        var operation = decision.Operation == OperationKind.HotAdd ? HotOperation.Add
            : decision.Operation == OperationKind.HotReplace ? HotOperation.Replace : HotOperation.Remove;
        return RuleCatalog.Cell(operation, decision.Before.Inventory.Kind(decision.Unit)).Id;
    }
}
