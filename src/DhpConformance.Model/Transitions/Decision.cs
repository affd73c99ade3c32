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
/// <param name="Or">Another right answer; null if there is one only.</param>
public readonly record struct Decision(
    OperationKind Operation,
    ServerState Before,
    ServerState Next,
    ReasonSet Refusals,
    FailureReason? Failure = null,
    bool Partly = false,
    int Partition = -1,
    int Unit = -1,
    int Spare = -1,
    OtherEnding? Or = null)
{
    /// <summary>Whether it has to be refused.</summary>
    public bool IsRefusal => !Refusals.IsEmpty;

    /// <summary>Whether it has to be carried out as a whole, or may be.</summary>
    public bool IsGrant => Refusals.IsEmpty && Failure is null && !Partly;

    /// <summary>The required answer, as counted.</summary>
    public RequiredAnswer Required =>
        !Refusals.IsEmpty
            ? Refusals.Only is { } reason
                ? RequiredAnswer.RefusedBecause(reason)
                : RequiredAnswer.RefusedForSeveralReasons
            : Failure is not null ? RequiredAnswer.Failed
            : Partly ? RequiredAnswer.PartlyGranted
            : Or is not null ? RequiredAnswer.GrantedOrFailed
            : RequiredAnswer.Granted;

    /// <summary>How many logical processors the drivers of the partition veto in a hot add.</summary>
    public int Vetoed =>
        !IsRefusal && Operation == OperationKind.HotAdd && Before.Inventory.Kind(Unit) == UnitKind.Processor
            ? Veto.Count(Before, Partition, Before.Inventory.Components(Unit))
            : 0;

    /// <summary>
    /// Whether a hot replace has to be refused because of a device that is not dynamic, and nothing else.
    /// </summary>
    public bool IsRefusedForDevice => Operation == OperationKind.HotReplace
        && Refusals.Only == RefusalReason.Incompatible && Before.Inventory.AreIdentical(Unit, Spare);

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

        if (Or is not null && outcome.Kind == OutcomeKind.Failed && outcome.Failure == Or.Failure)
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

    /// <summary>The state after a right answer.</summary>
    public ServerState After(Outcome outcome) => outcome.Kind switch
    {
        // Busy is a right answer while something is pending, also where the rules would grant the request.
        OutcomeKind.Refused => Before,
        OutcomeKind.Failed when Failure is null && Or is not null => Or.Next,
        _ => Next,
    };

    // Whoever hears of an operation hears the whole of it before it is answered (decisions G-28, G-29).
    private bool MayBeAccepted =>
        IsGrant && Operation != OperationKind.Settle && Before.Inventory.Claims.Has(Claim.AcceptedOperations)
        && !Operation.IsAboutConsumers && !(Operation.IsHot && Before.Audience?.HasIn(Partition) == true);

    /// <summary>Reads like <c>completed</c> or <c>refused (in use)</c>.</summary>
    public override string ToString()
    {
        var answer = !Refusals.IsEmpty ? $"refused ({Refusals})"
            : Failure is { } failure ? $"failed ({Words.Of(failure)})"
            : Partly ? "partly completed"
            : "completed";
        return Or is null ? answer : $"{answer} or failed ({Words.Of(Or.Failure)})";
    }
}
