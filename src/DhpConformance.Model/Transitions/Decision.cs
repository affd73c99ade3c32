using System.Collections.Immutable;
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
    /// <summary>Reasons for which it may be refused as well, though none of them has to be given.</summary>
    public ReasonSet MayBeRefused { get; init; }

    /// <summary>Right answers that only a declared trait permits; null for none.</summary>
    public TraitEnding? ByTrait { get; init; }

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
            return outcome.Kind == OutcomeKind.Refused && outcome.Refusal is { } reason
                && (Refusals.Contains(reason) || MayBeRefused.Contains(reason));
        }

        if (ByTrait is { } ending && ending.Outcomes.Contains(outcome))
        {
            return true;
        }

        if (outcome.Refusal is { } permitted)
        {
            return outcome.Kind == OutcomeKind.Refused
                && (MayBeRefused.Contains(permitted) || (permitted == RefusalReason.Busy && !Before.Pending.IsEmpty));
        }

        if (outcome.Kind == OutcomeKind.Accepted)
        {
            return MayBeAccepted;
        }

        if (Or is not null && outcome.Kind == OutcomeKind.Failed && outcome.Failure == Or.Failure)
        {
            return true;
        }

        if (Failure is { } failure)
        {
            return outcome.Kind == OutcomeKind.Failed && outcome.Failure == failure;
        }

        return outcome.Kind == (Partly ? OutcomeKind.PartlyCompleted : OutcomeKind.Completed);
    }

    /// <summary>How a request that was accepted may end; none if it is impossible by now.</summary>
    public ImmutableArray<Outcome> Endings
    {
        get
        {
            if (IsRefusal)
            {
                return [];
            }

            var ending = Failure is { } failure ? Outcome.Failed(failure)
                : Partly ? Outcome.PartlyCompleted
                : Outcome.Completed;
            ImmutableArray<Outcome> endings = Or is null ? [ending] : [ending, Outcome.Failed(Or.Failure)];
            return ByTrait is null ? endings : endings.AddRange(ByTrait.Outcomes);
        }
    }

    /// <summary>
    /// Whether this answer, if it is right, puts nothing to the test but a trait: what would have had to happen without
    /// the trait has not happened.
    /// </summary>
    public bool IsByTrait(Outcome outcome) => ByTrait is not null
        && (outcome.Kind == OutcomeKind.Refused
            || (ByTrait.Outcomes.Contains(outcome) && !IsDoneInPart(outcome)));

    // A module that has come on line in part has been added all the same.
    private bool IsDoneInPart(Outcome outcome) =>
        outcome.Kind == OutcomeKind.PartlyCompleted && Failure is null;

    /// <summary>The state after a right answer.</summary>
    public ServerState After(Outcome outcome) => outcome.Kind switch
    {
        _ when ByTrait is not null && ByTrait.Outcomes.Contains(outcome) => ByTrait.Next,

        // Busy is a right answer while something is pending, also where the rules would grant the request.
        OutcomeKind.Refused => Before,
        OutcomeKind.Failed when Or is not null && outcome.Failure == Or.Failure => Or.Next,
        _ => Next,
    };

    // Whether the unit will start, and what drivers will say, need not be known yet.
    private bool MayBeAccepted =>
        !IsRefusal && Operation != OperationKind.Settle && Before.Inventory.Claims.Has(Claim.AcceptedOperations)
        && !Operation.IsAboutConsumers;

    /// <summary>Reads like <c>completed</c> or <c>refused (in use)</c>.</summary>
    public override string ToString()
    {
        var answer = !Refusals.IsEmpty ? $"refused ({Refusals})"
            : Failure is { } failure ? $"failed ({Words.Of(failure)})"
            : Partly ? "partly completed"
            : "completed";
        var other = Or is null ? "" : $" or failed ({Words.Of(Or.Failure)})";
        return answer + other + string.Concat((ByTrait?.Outcomes ?? []).Select(outcome => $" or {outcome}"));
    }
}
