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

        var adds = UnobservedOperation.Upto(state.ConsumerState?.Unobserved)
            .Where(operation => operation.Decision.Operation == OperationKind.HotAdd)
            .Select(operation => operation.Number)
            .ToHashSet();
        return failures.Exists(failure =>
            adds.Contains(failure.Operation) && notices.Any(start => IsAccepted(start, failure)));
    }

    private static bool IsAccepted(Notification start, Notification failure) =>
        start.Kind == NotificationKind.ProcessorStart && start.Status == 0
        && start.Operation == failure.Operation && start.Consumer == failure.Consumer
        && start.Processor == failure.Processor;
}
