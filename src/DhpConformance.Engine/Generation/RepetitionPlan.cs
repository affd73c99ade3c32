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
    // What is carried out takes two to six operations each time, and a refusal takes one: up to eight of these share a
    // case, each of them comes thirty times and more.
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
        [
            Failed(OperationKind.RegisterDriver, FailureReason.Vetoed),
            Failed(OperationKind.HotReplace, FailureReason.QuiesceFailed),
        ],
        [.. All(NotDynamic, Hot), .. All(NotDynamic, OfTheMap)],
        [
            .. All(NotPresent, OfPartitions),
            .. All(NotPresent, OperationKind.SwitchUnitPower, OperationKind.InjectStartFailure),
        ],
        [
            new(OperationKind.HotReplace, Outcome.Refused(Incompatible)) { IsForDevice = true },
            .. All(Incompatible, OperationKind.HotAdd, OperationKind.AssignUnit),
            .. Refused(OperationKind.PowerOnServer, NotStopped),
            .. Refused(OperationKind.PowerOffServer, NotRunning),
        ],
        [
            .. All(Unavailable, OperationKind.StartPartition, OperationKind.StopPartition),
            .. All(Unavailable, OperationKind.RestartPartition, OperationKind.SwitchUnitPower),
            .. All(Unavailable, OperationKind.PowerOnServer, OperationKind.PowerOffServer),
        ],
        [.. All(NotSupported, Hot), .. All(NotSupported, OfConsumers)],
        [
            .. All(NotPresent, OfConsumers),
            .. All(NotPresent, OperationKind.Deregister, OperationKind.SubmitIo),
            .. Refused(OperationKind.RegisterApplication, NotRunning),
        ],
        [
            .. All(Invalid, OperationKind.RegisterApplication, OperationKind.SubmitIo),
            .. All(Invalid, OperationKind.InjectStartFailure),
            .. All(NotPresent, OperationKind.HotReplace, OperationKind.HotRemove),
        ],
    ];

    private static OperationKind[] Hot =>
        [OperationKind.HotAdd, OperationKind.HotReplace, OperationKind.HotRemove];

    private static OperationKind[] OfTheMap => [OperationKind.AssignUnit, OperationKind.ReleaseUnit];

    private static OperationKind[] OfPartitions =>
    [
        OperationKind.StartPartition, OperationKind.StopPartition, OperationKind.RestartPartition,
        OperationKind.InjectPartitionError,
    ];

    private static OperationKind[] OfConsumers => [OperationKind.RegisterDriver, OperationKind.RegisterApplication];

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
            && IsClaimed(repeated, claims)
            && (repeated.Outcome.Refusal == NotSupported
                ? !SupportsAll(repeated.Operation, profile)
                : Supports(repeated, profile));
    }

    /// <summary>Whether partitions have to have limits for these answers.</summary>
    public static bool AreAboutLimits(ImmutableArray<RepeatedOutcome> outcomes) =>
        outcomes.Any(repeated => repeated.Outcome.Refusal == LimitExceeded);

    /// <summary>Whether a server has to be static to answer so.</summary>
    public static bool AreOfStaticServers(ImmutableArray<RepeatedOutcome> outcomes) =>
        outcomes.Any(repeated => repeated.Outcome.Refusal == NotDynamic);

    // What no server with these claims answers.
    private static bool IsClaimed(in RepeatedOutcome repeated, Claims claims) =>
        (repeated.Outcome.Kind != OutcomeKind.PartlyCompleted || claims.Has(Claim.SeveralLogicalProcessors))
        && repeated.Outcome.Failure switch
        {
            FailureReason.StartFailed => claims.Has(Claim.StartFailures),
            FailureReason.Vetoed => claims.Has(Claim.SynchronousNotification),
            FailureReason.QuiesceFailed => claims.HasAll(OfSleep),
            _ => true,
        }
        && repeated.Outcome.Refusal switch
        {
            Unavailable => claims.Has(Claim.ServiceProcessorOutages),
            NotDynamic => claims.Has(Claim.StaticServers),
            Incompatible when repeated.IsForDevice => claims.HasAll(OfSleep),
            Incompatible => repeated.Operation == OperationKind.HotReplace
                || claims.Traits.Has(Trait.OneProcessorTypePerPartition),
            _ => true,
        };

    private static Claims OfSleep => Claims.None.With(Claim.ResourceRebalance, Claim.Quiescence);

    // What an operating system without it answers is that it is not supported, and one reason more at most.
    private static bool Supports(in RepeatedOutcome repeated, Profile profile) => repeated.Operation switch
    {
        OperationKind.RegisterApplication when repeated.Outcome.Refusal != NotPresent =>
            profile.Promises(Behaviour.ArrivalNotification),
        _ when repeated.Outcome.Failure == FailureReason.Vetoed
            && !profile.Promises(Behaviour.SynchronousNotification) => false,
        OperationKind.HotAdd when repeated.Outcome.Kind == OutcomeKind.PartlyCompleted
            || repeated.Outcome.Failure == FailureReason.Vetoed =>
            profile.Supports(HotOperation.Add, UnitKind.Processor),
        var operation => HotOperationOf(operation) is not { } hot
            || profile.Capabilities.Any(cell => cell.Operation == hot),
    };

    private static bool SupportsAll(OperationKind operation, Profile profile) => HotOperationOf(operation) is { } hot
        ? Enum.GetValues<UnitKind>().All(kind => profile.Supports(hot, kind))
        : profile.Promises(Behaviour.ArrivalNotification)
            && (operation != OperationKind.RegisterDriver || profile.Promises(Behaviour.SynchronousNotification));

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

    private static IEnumerable<RepeatedOutcome> All(RefusalReason reason, params OperationKind[] operations) =>
        operations.SelectMany(operation => Refused(operation, reason));
}
