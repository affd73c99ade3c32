using DhpConformance.Abstractions;
using DhpConformance.Model.State;
using DhpConformance.Model.Transitions;

namespace DhpConformance.Model.Monitors;

/// <summary>An operation that has been answered, and whose notifications have not been observed yet.</summary>
/// <param name="Number">Its place in the sequence, counted from 1.</param>
/// <param name="Operation">What was asked.</param>
/// <param name="Decision">What the rules required.</param>
/// <param name="Outcome">What was answered, rightly.</param>
/// <param name="Earlier">The one before it; null for the first since the latest observation.</param>
internal sealed record UnobservedOperation(
    int Number, Operation Operation, Decision Decision, Outcome Outcome, UnobservedOperation? Earlier)
{
    /// <summary>The state that it left behind.</summary>
    public ServerState After { get; } =
        Outcome.Kind == OutcomeKind.Accepted ? Decision.Before : Decision.After(Outcome);

    /// <summary>
    /// Whether it had been accepted earlier and has only ended here: after the operation with its number, or when the
    /// next one had begun.
    /// </summary>
    public bool IsLate { get; init; }

    /// <summary>
    /// What tells the arrivals that it causes from those of others: its number, or a number that no operation has where
    /// it ended late, for then the operation with its number may have added something, too.
    /// </summary>
    public int Cause => IsLate ? Number + ((Decision.Unit + 1) << 18) : Number;

    /// <summary>Whether it was begun: neither refused, nor put off.</summary>
    public bool IsCarriedOut => Outcome.Kind is not (OutcomeKind.Refused or OutcomeKind.Accepted);

    /// <summary>The operations up to this one, the earliest first.</summary>
    public static List<UnobservedOperation> Upto(UnobservedOperation? latest)
    {
        var operations = new List<UnobservedOperation>();
        for (var operation = latest; operation is not null; operation = operation.Earlier)
        {
            operations.Add(operation);
        }

        operations.Reverse();
        return operations;
    }
}
