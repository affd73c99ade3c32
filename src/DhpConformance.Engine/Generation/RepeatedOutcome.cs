using DhpConformance.Abstractions;
using DhpConformance.Model.Rules;
using DhpConformance.Model.Transitions;

namespace DhpConformance.Engine.Generation;

/// <summary>An operation and the one answer to it that a case repeats.</summary>
/// <param name="Operation">The kind of operation.</param>
/// <param name="Outcome">The answer.</param>
internal readonly record struct RepeatedOutcome(OperationKind Operation, Outcome Outcome)
{
    /// <summary>Whether the rules require this answer, and permit none that differs in its reason.</summary>
    public bool IsRequiredBy(in Decision decision) => Outcome.Kind switch
    {
        OutcomeKind.Refused => decision.Refusals.Only == Outcome.Refusal,
        _ when decision.IsRefusal => false,
        OutcomeKind.Failed => decision.Failure == Outcome.Failure,
        OutcomeKind.PartlyCompleted => decision.Partly,
        _ => decision.IsGrant,
    };

    /// <summary>
    /// The operations that lead to a state in which this answer is required once more; one as often as it is to be
    /// drawn.
    /// </summary>
    public ReadOnlySpan<OperationKind> Preparations => Outcome switch
    {
        { Refusal: { } reason } => ForRefusal(reason),
        { Failure: FailureReason.Vetoed } =>
        [
            OperationKind.RegisterDriver, OperationKind.RegisterDriver, OperationKind.RegisterDriver,
            OperationKind.RegisterDriver, OperationKind.RegisterDriver, OperationKind.RegisterDriver,
            OperationKind.Deregister, OperationKind.ReleaseUnit, OperationKind.StopPartition,
            OperationKind.StartPartition, OperationKind.StartPartition,
        ],
        { Failure: not null } or { Kind: OutcomeKind.PartlyCompleted } =>
        [
            OperationKind.InjectStartFailure, OperationKind.InjectStartFailure, OperationKind.InjectStartFailure,
            OperationKind.InjectStartFailure, OperationKind.ReleaseUnit, OperationKind.ReleaseUnit,
            OperationKind.HotRemove, OperationKind.StopPartition, OperationKind.StartPartition,
        ],
        _ => ForCompletion(Operation),
    };

    private static ReadOnlySpan<OperationKind> ForCompletion(OperationKind operation) => operation switch
    {
        OperationKind.HotAdd or OperationKind.HotReplace =>
        [
            OperationKind.HotRemove, OperationKind.HotRemove, OperationKind.ReleaseUnit, OperationKind.ReleaseUnit,
            OperationKind.ReleaseUnit, OperationKind.StopPartition, OperationKind.StartPartition,
        ],
        OperationKind.HotRemove =>
            [OperationKind.HotAdd, OperationKind.HotAdd, OperationKind.HotAdd, OperationKind.StartPartition],
        OperationKind.AssignUnit or OperationKind.SwitchUnitPower =>
            [OperationKind.ReleaseUnit, OperationKind.ReleaseUnit, OperationKind.StopPartition],
        OperationKind.ReleaseUnit =>
            [OperationKind.AssignUnit, OperationKind.AssignUnit, OperationKind.StopPartition],
        OperationKind.StartPartition => [OperationKind.StopPartition],
        OperationKind.PowerOffServer => [OperationKind.PowerOnServer],
        OperationKind.InjectPartitionError =>
            [OperationKind.RestartPartition, OperationKind.StopPartition, OperationKind.StartPartition],
        OperationKind.RegisterDriver or OperationKind.RegisterApplication =>
            [OperationKind.Deregister, OperationKind.Deregister, OperationKind.StartPartition],
        OperationKind.Deregister =>
            [OperationKind.RegisterDriver, OperationKind.RegisterApplication, OperationKind.StartPartition],
        OperationKind.SubmitIo => [OperationKind.RegisterDriver, OperationKind.StartPartition],
        _ => [OperationKind.StartPartition],
    };

    private static ReadOnlySpan<OperationKind> ForRefusal(RefusalReason reason) => reason switch
    {
        RefusalReason.Unavailable =>
        [
            OperationKind.InjectServiceProcessorOutage, OperationKind.InjectServiceProcessorOutage,
            OperationKind.StartPartition, OperationKind.StopPartition, OperationKind.ReleaseUnit,
        ],
        RefusalReason.NotRunning => [OperationKind.StopPartition, OperationKind.PowerOffServer],
        RefusalReason.InUse => [OperationKind.HotAdd, OperationKind.AssignUnit, OperationKind.StartPartition],
        RefusalReason.LimitExceeded => [OperationKind.HotAdd, OperationKind.HotAdd, OperationKind.StartPartition],
        RefusalReason.NotAssigned => [OperationKind.ReleaseUnit, OperationKind.StartPartition],
        RefusalReason.Insufficient =>
            [OperationKind.ReleaseUnit, OperationKind.ReleaseUnit, OperationKind.StopPartition],
        _ => [OperationKind.StartPartition],
    };
}
