using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Model.Monitors;
using DhpConformance.Model.Rules;
using DhpConformance.Model.State;

namespace DhpConformance.Model.CoverageGoals;

/// <summary>The coverage goals that the notifications since the last observation reach.</summary>
public static class ObservationGoals
{
    /// <summary>
    /// The coverage goals of notifications, before they are matched with a state in which they are right.
    /// </summary>
    public static CoverageGoalSet Of(ServerState state, ImmutableArray<Notification> notices)
    {
        ArgumentNullException.ThrowIfNull(state);
        return notices.IsEmpty ? CoverageGoalSet.None : CoverageGoalSet.None
            .With(CoverageGoal.Told, notices.Any(notice => notice.Consumer is not null))
            .With(CoverageGoal.FailureOwed, IsFailureOwed(state, notices));
    }

    private static bool IsFailureOwed(ServerState state, ImmutableArray<Notification> notices)
    {
        var failures = notices.Where(notice => notice.Kind == NotificationKind.ProcessorFailure).ToList();
        if (failures.Count == 0)
        {
            return false;
        }

        var operations = NumbersOfAdds(state);
        return failures.Exists(failure =>
            operations.Contains(failure.Operation) && notices.Any(start => IsAccepted(start, failure)));
    }

    /// <summary>
    /// The numbers of the operations in which a hot add may have called drivers: any but a registration, since one that
    /// was accepted may have ended in it.
    /// </summary>
    internal static HashSet<int> NumbersOfAdds(ServerState state) =>
    [
        .. UnobservedOperation.Upto(MonitorHistory.Of(state).Unobserved)
            .Where(operation => operation.Decision.Operation != OperationKind.RegisterDriver)
            .Select(operation => operation.Number),
    ];

    private static bool IsAccepted(Notification start, Notification failure) =>
        start.Kind == NotificationKind.ProcessorStart && start.Status == 0
        && start.Operation == failure.Operation && start.Consumer == failure.Consumer
        && start.Processor == failure.Processor;
}
