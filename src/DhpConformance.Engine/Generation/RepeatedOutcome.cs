using DhpConformance.Abstractions;
using DhpConformance.Model.Rules;
using DhpConformance.Model.Transitions;

namespace DhpConformance.Engine.Generation;

/// <summary>An operation and the one answer to it that a case repeats.</summary>
/// <param name="Operation">The kind of operation.</param>
/// <param name="Outcome">The answer.</param>
internal readonly record struct RepeatedOutcome(OperationKind Operation, Outcome Outcome)
{
    /// <summary>Whether it is a hot replace that a device of the partition is to blame for.</summary>
    public bool IsForDevice { get; init; }

    /// <summary>
    /// Whether the rules require this answer, and permit none that differs in its reason. The failure of what may be
    /// completed as well counts: only for a registration are the rules silent on what a veto does.
    /// </summary>
    public bool IsRequiredBy(in Decision decision) => Outcome.Kind switch
    {
        OutcomeKind.Refused => decision.Refusals.Only == Outcome.Refusal
            && (!IsForDevice || decision.IsRefusedForDevice),
        _ when decision.IsRefusal => false,
        OutcomeKind.Failed when Operation == OperationKind.RegisterDriver => decision.Or?.Failure == Outcome.Failure,
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
        _ when NeedsDevice =>
            [OperationKind.RegisterDriver, OperationKind.RegisterDriver, OperationKind.StartPartition],
        { Refusal: { } reason } => ForRefusal(Operation, reason),
        { Failure: FailureReason.Vetoed } when Operation == OperationKind.RegisterDriver =>
            [OperationKind.Deregister, OperationKind.StartPartition],
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

    private bool NeedsDevice => IsForDevice || Outcome.Failure == FailureReason.QuiesceFailed;

    /// <summary>The script of a driver because of which there is this answer; null for any.</summary>
    public DriverScript? Script(ref RandomSource random) => Outcome switch
    {
        _ when IsForDevice => new() { Device = new() { NonDynamic = true } },
        { Failure: FailureReason.QuiesceFailed } => new() { Device = new() { NeverReachesD3 = true } },
        { Failure: FailureReason.Vetoed } when Operation == OperationKind.RegisterDriver =>
            new() { Synchronous = true, IncludeExisting = true, VetoesStart = 1 + random.Below(2) },
        { Failure: FailureReason.Vetoed } => new() { Synchronous = true, VetoesStart = 1 + random.Below(3) },
        { Refusal: RefusalReason.NotSupported } => random.Chance(50)
            ? new() { Synchronous = true }
            : new() { ProcessorArrivals = true, MemoryArrivals = random.Chance(50) },
        _ => null,
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

    private static ReadOnlySpan<OperationKind> ForRefusal(
        OperationKind operation, RefusalReason reason) => reason switch
    {
        RefusalReason.Unavailable when operation == OperationKind.PowerOnServer =>
        [
            OperationKind.InjectServiceProcessorOutage, OperationKind.InjectServiceProcessorOutage,
            OperationKind.PowerOffServer,
        ],
        RefusalReason.Unavailable
            when operation is OperationKind.StopPartition or OperationKind.RestartPartition =>
        [
            OperationKind.InjectServiceProcessorOutage, OperationKind.InjectServiceProcessorOutage,
            OperationKind.StartPartition,
        ],
        RefusalReason.Unavailable when operation == OperationKind.StartPartition =>
        [
            OperationKind.InjectServiceProcessorOutage, OperationKind.InjectServiceProcessorOutage,
            OperationKind.StopPartition,
        ],
        RefusalReason.Unavailable =>
        [
            OperationKind.InjectServiceProcessorOutage, OperationKind.InjectServiceProcessorOutage,
            OperationKind.StartPartition, OperationKind.StopPartition, OperationKind.ReleaseUnit,
        ],
        RefusalReason.NotRunning when operation == OperationKind.HotAdd =>
            [OperationKind.StopPartition, OperationKind.StopPartition, OperationKind.ReleaseUnit],
        RefusalReason.NotRunning => [OperationKind.StopPartition, OperationKind.PowerOffServer],
        RefusalReason.InUse => [OperationKind.HotAdd, OperationKind.AssignUnit, OperationKind.StartPartition],
        RefusalReason.LimitExceeded => [OperationKind.HotAdd, OperationKind.HotAdd, OperationKind.StartPartition],
        RefusalReason.NotAssigned => [OperationKind.ReleaseUnit, OperationKind.StartPartition],
        RefusalReason.Insufficient =>
            [OperationKind.ReleaseUnit, OperationKind.ReleaseUnit, OperationKind.StopPartition],
        RefusalReason.Invalid =>
            [OperationKind.RegisterDriver, OperationKind.RegisterApplication, OperationKind.StartPartition],
        RefusalReason.NotDynamic when operation is OperationKind.AssignUnit or OperationKind.ReleaseUnit =>
            [OperationKind.StopPartition],
        _ => [OperationKind.StartPartition],
    };
}
