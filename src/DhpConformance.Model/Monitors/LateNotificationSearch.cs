using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Model.Rules;
using DhpConformance.Model.State;

namespace DhpConformance.Model.Monitors;

/// <summary>
/// Looks for a way to divide a log among operations that were accepted earlier and those with the same numbers, so that
/// each part is right. <see cref="LateNotifications"/> says where a part ends most often; but two hot replaces that end
/// within one operation tell the same things, and which of them was meant only the whole log shows.
/// </summary>
internal sealed class LateNotificationSearch
{
    private readonly ServerState state;
    private readonly Observation seen;
    private readonly int number;
    private readonly Func<bool> mayTry;
    private readonly ImmutableArray<Notification> all;
    private readonly List<UnobservedOperation> operations;

    // What did not lead to a right division: operation, place, and the monitors of all consumers by then.
    private readonly Dictionary<(int Operation, int Next), List<List<ConsumerMonitors>>> failed = [];

    private LateNotificationSearch(ServerState state, Observation seen, int number, Func<bool> mayTry)
    {
        (this.state, this.seen, this.number, this.mayTry) = (state, seen, number, mayTry);
        all = seen.Notifications;
        operations = UnobservedOperation.Upto(MonitorHistory.Of(state).Unobserved);
    }

    /// <summary>
    /// The monitors after a log that is right if it is divided in some way; null if there is none, or if there was only
    /// one way, or if no more might be tried.
    /// </summary>
    public static List<ConsumerMonitors>? Explain(
        ServerState state, Observation seen, int number, Func<bool> mayTry)
    {
        var search = new LateNotificationSearch(state, seen, number, mayTry);
        return search.operations.Exists(static operation => operation.IsLate)
            ? search.From(0, 0, [.. MonitorHistory.Of(state).Monitors])
            : null;
    }

    private List<ConsumerMonitors>? From(int operation, int next, List<ConsumerMonitors> consumers)
    {
        if (operation == operations.Count)
        {
            return Judge(consumers, null, state, state, next, all.Length) is { } ended
                && DeviceStateChecker.FirstViolation(ended, MonitorHistory.Of(state).Unobserved, seen) is null
                    ? ended
                    : null;
        }

        if (!failed.TryGetValue((operation, next), out var known))
        {
            failed[(operation, next)] = known = [];
        }

        if (known.Exists(one => MonitorEquality.AreEqual(one, consumers)))
        {
            return null;
        }

        var one = operations[operation];
        foreach (var (first, end) in one.IsLate ? LateParts(one, next) : OwnParts(operation, next))
        {
            if (Judge(consumers, null, one.Decision.Before, one.Decision.Before, next, first) is { } before
                && Judge(before, one, one.Decision.Before, one.After, first, end) is { } after
                && From(operation + 1, end, after) is { } explained)
            {
                return explained;
            }
        }

        known.Add(consumers);
        return null;
    }

    // The notifications with its number; and if operations follow that were accepted earlier, each part of them that
    // ends before a notification in the partition of one of these.
    private IEnumerable<(int First, int End)> OwnParts(int operation, int next)
    {
        var own = operations[operation].Number;
        var first = Upto(next, own);
        var end = Upto(first, own + 1);
        yield return (first, end);
        List<UnobservedOperation> following =
            [.. operations.Skip(operation + 1).TakeWhile(static one => one.IsLate)];
        for (var until = end - 1; until >= first; until--)
        {
            if (following.Exists(late => IsConcerned(late, all[until])))
            {
                yield return (first, until);
            }
        }
    }

    // From one notification that it may have caused to another; and the empty part at each place where it makes a
    // difference: behind a notification in its partition.
    private IEnumerable<(int First, int End)> LateParts(UnobservedOperation late, int next)
    {
        var limit = Upto(next, late.Number + 2);
        if (TellsItself(late))
        {
            foreach (var part in Parts(late, next, limit))
            {
                yield return part;
            }
        }

        yield return (next, next);
        for (var place = next + 1; place <= limit; place++)
        {
            if (IsConcerned(late, all[place - 1]))
            {
                yield return (place, place);
            }
        }

        if (!TellsItself(late))
        {
            foreach (var part in Parts(late, next, limit))
            {
                yield return part;
            }
        }
    }

    private IEnumerable<(int First, int End)> Parts(UnobservedOperation late, int next, int limit)
    {
        for (var first = next; first < limit; first++)
        {
            for (var last = first; last < limit && MayTell(late, all[first]); last++)
            {
                if (MayTell(late, all[last]))
                {
                    yield return (first, last + 1);
                }
            }
        }
    }

    // Whether it notifies the partition before it ends, so that its part of the log is rarely empty.
    private static bool TellsItself(UnobservedOperation late) => late.Decision.Operation switch
    {
        OperationKind.HotReplace => late.Decision.Before.Inventory.Claims.Has(Claim.Quiescence),
        OperationKind.HotAdd => IsProcessor(late) && late.Decision.Before.ConsumerState?.HasIn(
            late.Decision.Partition, static driver => driver.IsSynchronous) == true,
        _ => false,
    };

    // An operation with a single effect delivers nothing in between; between processors, anything may be delivered.
    private static bool MayTell(UnobservedOperation late, Notification notice) =>
        IsConcerned(late, notice) && late.Decision.Operation switch
        {
            OperationKind.HotReplace => notice.Kind.IsPower || notice.Kind == NotificationKind.UnitsSwapped,
            OperationKind.HotAdd when TellsItself(late) => notice.Kind.IsCallback,
            OperationKind.HotAdd or OperationKind.HotRemove => IsProcessor(late),
            _ => false,
        };

    private static bool IsProcessor(UnobservedOperation late) =>
        late.Decision.Unit >= 0 && late.Decision.Before.Inventory.Kind(late.Decision.Unit) == UnitKind.Processor;

    // What names no partition may end them all.
    private static bool IsConcerned(UnobservedOperation late, Notification notice) =>
        late.Decision.Partition < 0
        || notice.Partition == late.Decision.Before.Inventory.Partition(late.Decision.Partition);

    private int Upto(int first, int operation)
    {
        var end = first;
        while (end < all.Length && all[end].Operation < operation)
        {
            end++;
        }

        return end;
    }

    // The monitors after a part that is right; null if it is not.
    private List<ConsumerMonitors>? Judge(
        List<ConsumerMonitors> consumers,
        UnobservedOperation? operation,
        ServerState before,
        ServerState after,
        int first,
        int end)
    {
        if (end == first && operation is not { IsCarriedOut: true })
        {
            return consumers;
        }

        if (!mayTry())
        {
            return null;
        }

        List<ConsumerMonitors> advanced = [.. consumers];
        var log = new OperationLog(advanced, before, after, all, first, end)
        {
            Operation = operation,
            Shown = operation is not null && operation == MonitorHistory.Of(state).Unobserved
                && operation.Number == number ? seen : null,
        };
        return NotificationMonitors.FirstViolation(log) is null ? advanced : null;
    }
}
