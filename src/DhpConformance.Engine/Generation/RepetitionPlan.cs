using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Model.Rules;
using static DhpConformance.Abstractions.RefusalReason;

namespace DhpConformance.Engine.Generation;

/// <summary>
/// Which answers the cases of a run repeat. They take turns by their number, so that a run of the usual length repeats
/// nearly each of them, whatever its seed.
/// </summary>
internal static class RepetitionPlan
{
    // What is carried out takes two to six operations each time, and a refusal takes one.
    private static readonly ImmutableArray<ImmutableArray<RepeatedOutcome>> Cases =
    [
        [Failed(OperationKind.HotAdd, FailureReason.StartFailed), Completed(OperationKind.AssignUnit)],
        [new(OperationKind.HotAdd, Outcome.PartlyCompleted)],
        [Completed(OperationKind.InjectPartitionError), Completed(OperationKind.StopPartition)],
        [Completed(OperationKind.HotAdd), Completed(OperationKind.ReleaseUnit)],
        [
            Failed(OperationKind.HotAdd, FailureReason.Vetoed),
            Failed(OperationKind.HotReplace, FailureReason.StartFailed),
        ],
        [Completed(OperationKind.StartPartition), Completed(OperationKind.RestartPartition)],
        [Completed(OperationKind.HotReplace), Completed(OperationKind.PowerOffServer)],
        [Completed(OperationKind.HotRemove), Completed(OperationKind.SwitchUnitPower)],
        [Completed(OperationKind.RegisterDriver), Completed(OperationKind.SubmitIo)],
        [Completed(OperationKind.RegisterApplication), Completed(OperationKind.Deregister)],
        [Completed(OperationKind.InjectStartFailure), Completed(OperationKind.InjectServiceProcessorOutage)],
        Refused(OperationKind.HotAdd, LimitExceeded, InUse, NotRunning, Unavailable, NotPresent),
        Refused(OperationKind.HotReplace, Incompatible, InUse, NotAssigned, NotRunning, Unavailable),
        Refused(OperationKind.HotRemove, NotAssigned, Insufficient, NotRunning),
        Refused(OperationKind.AssignUnit, InUse, NotStopped, Unavailable, NotPresent),
        Refused(OperationKind.ReleaseUnit, NotAssigned, NotStopped, Unavailable, NotPresent),
        [
            .. Refused(OperationKind.StartPartition, Insufficient, NotStopped, NotRunning),
            .. Refused(OperationKind.SwitchUnitPower, InUse),
        ],
        [
            .. Refused(OperationKind.StopPartition, NotRunning),
            .. Refused(OperationKind.RestartPartition, NotRunning),
            .. Refused(OperationKind.InjectPartitionError, NotRunning),
            .. Refused(OperationKind.RegisterDriver, NotRunning, Invalid),
        ],
    ];

    /// <summary>What the case with this place among its kind repeats, one after the other.</summary>
    /// <param name="place">Which case of its shape in the run, from 0.</param>
    /// <param name="profile">The operating system in the partitions.</param>
    /// <param name="claims">What the implementation claims.</param>
    public static ImmutableArray<RepeatedOutcome> Of(int place, Profile profile, Claims claims)
    {
        List<RepeatedOutcome[]> cases =
            [.. Cases.Select(all => all.Where(IsPossible).ToArray()).Where(possible => possible.Length > 0)];
        return [.. cases[place % cases.Count]];

        bool IsPossible(RepeatedOutcome repeated) => OperationWeights.IsClaimed(repeated.Operation, claims)
            && (HotOperationOf(repeated.Operation) is not { } hot
                || profile.Capabilities.Any(cell => cell.Operation == hot))
            && (repeated.Outcome.Kind != OutcomeKind.PartlyCompleted || claims.Has(Claim.SeveralLogicalProcessors))
            && (repeated.Outcome.Failure != FailureReason.StartFailed || claims.Has(Claim.StartFailures))
            && (repeated.Outcome.Failure != FailureReason.Vetoed || claims.Has(Claim.SynchronousNotification))
            && (repeated.Outcome.Refusal != Unavailable || claims.Has(Claim.ServiceProcessorOutages));
    }

    /// <summary>Whether one of these begins or ends partitions, so that many of them can be in one state.</summary>
    public static bool AreAboutPartitions(ImmutableArray<RepeatedOutcome> outcomes) => outcomes.Any(repeated =>
        repeated is { Outcome.Kind: OutcomeKind.Completed, Operation: OperationKind.InjectPartitionError
            or OperationKind.StartPartition });

    private static HotOperation? HotOperationOf(OperationKind operation) => operation switch
    {
        OperationKind.HotAdd => HotOperation.Add,
        OperationKind.HotReplace => HotOperation.Replace,
        OperationKind.HotRemove => HotOperation.Remove,
        _ => null,
    };

    private static RepeatedOutcome Completed(OperationKind operation) => new(operation, Outcome.Completed);

    private static RepeatedOutcome Failed(OperationKind operation, FailureReason reason) =>
        new(operation, Outcome.Failed(reason));

    private static ImmutableArray<RepeatedOutcome> Refused(OperationKind operation, params RefusalReason[] reasons) =>
        [.. reasons.Select(reason => new RepeatedOutcome(operation, Outcome.Refused(reason)))];
}
