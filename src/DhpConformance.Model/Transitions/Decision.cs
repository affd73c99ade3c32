using DhpConformance.Abstractions;
using DhpConformance.Model.Rules;
using DhpConformance.Model.State;

namespace DhpConformance.Model.Transitions;

/// <summary>What the rules require as the answer to one operation in one state.</summary>
/// <param name="Operation">The kind of operation.</param>
/// <param name="Before">The state it is asked in.</param>
/// <param name="Next">The state afterwards; <paramref name="Before"/> itself if it has to be refused.</param>
/// <param name="Refusals">The reasons that apply; none if it has to be carried out.</param>
/// <param name="Failure">Why it has to fail; null if it does not.</param>
/// <param name="Partly">Whether only some components of the unit start.</param>
/// <param name="Partition">The place of the partition concerned; -1 for none.</param>
/// <param name="Unit">The place of the unit it names, the target of a replace; -1 for none.</param>
/// <param name="Spare">The place of the spare of a replace; -1 for none.</param>
public readonly record struct Decision(
    OperationKind Operation,
    ServerState Before,
    ServerState Next,
    ReasonSet Refusals,
    FailureReason? Failure = null,
    bool Partly = false,
    int Partition = -1,
    int Unit = -1,
    int Spare = -1)
{
    /// <summary>Whether it has to be refused.</summary>
    public bool IsRefusal => !Refusals.IsEmpty;

    /// <summary>Whether it has to be carried out as a whole.</summary>
    public bool IsGrant => Refusals.IsEmpty && Failure is null && !Partly;

    /// <summary>The required answer, as counted.</summary>
    public RequiredAnswer Required =>
        !Refusals.IsEmpty
            ? Refusals.Only is { } reason
                ? RequiredAnswer.RefusedBecause(reason)
                : RequiredAnswer.RefusedForSeveralReasons
            : Failure is not null ? RequiredAnswer.Failed
            : Partly ? RequiredAnswer.PartlyGranted
            : RequiredAnswer.Granted;

    /// <summary>What this step puts to the test.</summary>
    public Situation Situation => new(
        Operation,
        Unit < 0 ? null : Before.Inventory.Kind(Unit),
        Required,
        Before.Inventory.IsStatic,
        Before.AnotherRuns(Partition),
        Before.Inventory.IsMixed);

    /// <summary>Whether this outcome is a right answer.</summary>
    public bool Permits(Outcome outcome)
    {
        if (!Refusals.IsEmpty)
        {
            return outcome.Kind == OutcomeKind.Refused && outcome.Refusal is { } reason && Refusals.Contains(reason);
        }

        if (!Before.Pending.IsEmpty && outcome == Outcome.Refused(RefusalReason.Busy))
        {
            return true;
        }

        if (Failure is { } failure)
        {
            return outcome.Kind == OutcomeKind.Failed && outcome.Failure == failure;
        }

        return outcome.Kind == OutcomeKind.Accepted
            ? MayBeAccepted
            : outcome.Kind == (Partly ? OutcomeKind.PartlyCompleted : OutcomeKind.Completed);
    }

    private bool MayBeAccepted =>
        IsGrant && Operation != OperationKind.Settle && Before.Inventory.Claims.Has(Claim.AcceptedOperations);

    /// <summary>Reads like <c>completed</c> or <c>refused (in use)</c>.</summary>
    public override string ToString() =>
        !Refusals.IsEmpty ? $"refused ({Refusals})"
        : Failure is { } failure ? $"failed ({Words.Of(failure)})"
        : Partly ? "partly completed"
        : "completed";
}
