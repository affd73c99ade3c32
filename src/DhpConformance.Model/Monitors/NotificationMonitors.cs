using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Model.Rules;
using DhpConformance.Model.State;
using DhpConformance.Model.Transitions;

namespace DhpConformance.Model.Monitors;

/// <summary>
/// Holds what was delivered since the latest observation against the operations since then: operation after operation,
/// through a monitor for each concern, in the order of <c>specs/judging.md</c>.
/// </summary>
public static class NotificationMonitors
{
    /// <summary>
    /// The state after a right answer, with the operation remembered until the next observation. Costs nothing as long
    /// as there is no consumer to notify.
    /// </summary>
    public static ServerState Remember(
        ServerState after, int number, Operation operation, in Decision decision, Outcome outcome)
    {
        ArgumentNullException.ThrowIfNull(after);
        if (after.ConsumerState is not { IsEmpty: false } && decision.Next.ConsumerState is not { IsEmpty: false }
            && !IsReplaceShown(decision, outcome))
        {
            return after;
        }

        return With(after, new(number, operation, decision, outcome, MonitorHistory.Of(after).Unobserved));
    }

    /// <summary>
    /// Every state in which the pending operation at this place has ended, and nobody has looked since.
    /// </summary>
    /// <param name="state">The state in which it is pending.</param>
    /// <param name="place">Its place among the pending operations.</param>
    /// <param name="number">The number of the latest operation begun.</param>
    public static ImmutableArray<ServerState> Ends(ServerState state, int place, int number)
    {
        ArgumentNullException.ThrowIfNull(state);
        var operation = state.Pending[place];
        return
        [
            .. Settling.Ends(state, place).Select(end => end.Outcome is { } outcome
                ? RememberEnd(end.After, number, operation, end.Decision, outcome)
                : end.After),
        ];
    }

    /// <summary>
    /// The operations that were accepted earlier and have ended since the latest observation, the latest first.
    /// </summary>
    public static IEnumerable<EndedOperation> Ended(ServerState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        for (var one = MonitorHistory.Of(state).Unobserved; one is not null; one = one.Earlier)
        {
            if (one.IsLate)
            {
                yield return new(one.Operation, one.Decision, one.Outcome);
            }
        }
    }

    /// <summary>
    /// The first notification, or missing one, against the rules; null if there is none. The state is the one after
    /// the operation with the number <paramref name="latest"/>; <paramref name="advanced"/> is the same, with its
    /// monitors as they are from now on. Before each part of a log that is tried,
    /// <paramref name="mayTry"/> is asked; if it ever says no, what is found may be right all the same.
    /// </summary>
    public static NotificationViolation? FirstViolation(
        ServerState state, Observation observation, int latest, Func<bool> mayTry, out ServerState advanced)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(observation);
        ArgumentNullException.ThrowIfNull(mayTry);
        advanced = state;
        if (state.ConsumerState is null && observation.Notifications.IsEmpty)
        {
            return null;
        }

        if (FieldChecker.FirstViolation(state.Inventory, observation.Notifications, latest) is { } invalid)
        {
            return invalid;
        }

        var registered = state.ConsumerState ?? ConsumerState.Nobody;
        var (monitors, unobserved) = MonitorHistory.Of(registered);
        var consumers = new List<ConsumerMonitors>(monitors.Length + 1);
        consumers.AddRange(monitors);
        var violation = OperationLogs(consumers, unobserved, state, observation, latest)
            .Select(FirstViolation)
            .FirstOrDefault(static found => found is not null);
        violation ??= DeviceStateChecker.FirstViolation(consumers, unobserved, observation);
        if (violation is not null
            && LateNotificationSearch.Explain(state, observation, latest, mayTry) is { } explained)
        {
            (violation, consumers) = (null, explained);
        }

        advanced = state with { ConsumerState = Kept(registered, consumers) };
        return violation;
    }

    // The operations in order, and what was delivered between them. Each is judged before the next is asked for.
    private static IEnumerable<OperationLog> OperationLogs(
        List<ConsumerMonitors> consumers, UnobservedOperation? latest, ServerState state, Observation seen, int number)
    {
        var (all, next) = (seen.Notifications, 0);
        var operations = UnobservedOperation.Upto(latest);
        for (var i = 0; i < operations.Count; i++)
        {
            var operation = operations[i];
            var first = Upto(all, next, operation.Number);
            if (first > next)
            {
                yield return new(consumers, operation.Decision.Before, operation.Decision.Before, all, next, first);
            }

            next = operation.IsLate
                ? LateNotifications.Last(all, first, operation)
                : LateNotifications.First(all, first, Upto(all, first, operation.Number + 1), operations.Skip(i + 1));
            if (next > first || operation.IsCarriedOut)
            {
                yield return new(consumers, operation.Decision.Before, operation.After, all, first, next)
                {
                    Operation = operation,
                    Shown = operation == latest && operation.Number == number ? seen : null,
                };
            }
        }

        // Delivered during an operation that was not remembered because no consumer was registered.
        if (next < all.Length)
        {
            yield return new(consumers, state, state, all, next, all.Length);
        }
    }

    private static int Upto(ImmutableArray<Notification> all, int first, int operation)
    {
        var end = first;
        while (end < all.Length && all[end].Operation < operation)
        {
            end++;
        }

        return end;
    }

    /// <summary>What is wrong with the notifications of one operation; null if nothing is.</summary>
    internal static NotificationViolation? FirstViolation(OperationLog log)
    {
        Causes.Enter(log);
        return RecipientChecker.FirstViolation(log)
            ?? CallbackChecker.FirstViolation(log)
            ?? OneByOne(log)
            ?? DueChecker.FirstViolation(log);
    }

    private static NotificationViolation? OneByOne(OperationLog log)
    {
        var power = PowerMonitor.For(log);
        QuantityChecker.Quantities? quantities = null;
        for (var place = 0; place < log.Notices.Length; place++)
        {
            var notice = log.Notices[place];
            var consumer = log.Find(notice.Consumer);
            var violation = power?.Advance(place, consumer, out power);
            violation ??= consumer is null ? null : OfConsumer(log, place, log.Find(notice.Consumer)!);

            violation ??= consumer is null && MayBeOfForgotten(log) ? null
                : QuantityChecker.Advance(log, notice, ref quantities);
            if (violation is not null)
            {
                return violation;
            }
        }

        return power?.AtEnd();
    }

    // Operations are forgotten while nobody is registered, and high memory may be signalled all the same: add a module,
    // add a processor, and look. What was queried in the first must not be held against the second. So is the end of
    // what was accepted earlier, which may come before, during and after an operation that is remembered.
    private static bool MayBeOfForgotten(OperationLog log) =>
        log.Before.ConsumerState is not { IsEmpty: false }
        && (log.Operation is null || log.Inventory.Claims.Has(Claim.AcceptedOperations));

    private static NotificationViolation? OfConsumer(OperationLog log, int place, ConsumerMonitors consumer)
    {
        var kind = log.Notices[place].Kind;
        return kind.IsArrival || kind.IsRemoval ? ArrivalChecker.Advance(log, place, consumer)
            : kind.IsRebalance ? RebalanceChecker.Advance(log, place, consumer)
            : kind == NotificationKind.IoCompleted ? IoMonitor.Advance(log, place, consumer)
            : kind == NotificationKind.DeviceAwake && !PowerMonitor.Concerns(log, consumer.Partition)
                ? PowerMonitor.AwakeLater(log, place, consumer)
            : null;
    }

    private static ServerState With(ServerState after, UnobservedOperation operation) => after with
    {
        ConsumerState = (after.ConsumerState ?? ConsumerState.Nobody) with
        {
            History = MonitorHistory.Of(after) with { Unobserved = operation },
        },
    };

    private static ServerState RememberEnd(
        ServerState after, int number, Operation operation, in Decision decision, Outcome outcome) =>
        after.ConsumerState is { IsEmpty: false } || IsReplaceShown(decision, outcome)
            ? With(
                after, new(number, operation, decision, outcome, MonitorHistory.Of(after).Unobserved) { IsLate = true })
            : after;

    private static bool IsReplaceShown(in Decision decision, Outcome outcome) =>
        decision.Operation == OperationKind.HotReplace
        && outcome.Kind is OutcomeKind.Completed or OutcomeKind.Failed
        && decision.Before.Inventory.Claims.Has(Claim.Quiescence);

    // A state in which nobody was ever registered stays as cheap as it was before a replace was remembered.
    private static ConsumerState? Kept(ConsumerState registered, List<ConsumerMonitors> consumers) =>
        registered.Registrations.IsEmpty && (registered.Deregistered | registered.Ended) == 0 && consumers.Count == 0
            ? null
            : registered with { History = consumers.Count == 0 ? null : new MonitorHistory([.. consumers], null) };
}
