using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Model.State;

namespace DhpConformance.Model.Monitors;

/// <summary>
/// Looks for a way to divide a log among operations that were accepted earlier and those with the same numbers, so that
/// each part is right. <see cref="LateNotifications"/> says where a part ends most often; but two hot replaces that end
/// within one operation tell the same things, and which of them was meant only the whole log shows.
/// </summary>
internal sealed class LateNotificationSearch
{
    // Parts that are judged at most. The search is for a server that was accused; where it ends without an answer, the
    // accusation stands.
    private const int MostJudged = 2000;

    private readonly ServerState state;
    private readonly Observation seen;
    private readonly int number;
    private readonly ImmutableArray<Notification> all;
    private readonly List<UnobservedOperation> operations;

    private LateNotificationSearch(ServerState state, Observation seen, int number)
    {
        (this.state, this.seen, this.number) = (state, seen, number);
        all = seen.Notifications;
        operations = UnobservedOperation.Upto(state.ConsumerState?.Unobserved);
    }

    /// <summary>
    /// The monitors after a log that is right if it is divided in some way; null if there is none, or if there was only
    /// one way.
    /// </summary>
    public static List<ConsumerMonitors>? Explain(ServerState state, Observation seen, int number)
    {
        var search = new LateNotificationSearch(state, seen, number);
        var judged = 0;
        return search.operations.Exists(static operation => operation.IsLate)
            ? search.From(0, 0, [.. state.ConsumerState!.Monitors], ref judged)
            : null;
    }

    private List<ConsumerMonitors>? From(
        int operation, int next, List<ConsumerMonitors> consumers, ref int judged)
    {
        if (operation == operations.Count)
        {
            return Judge(consumers, null, state, state, next, all.Length, ref judged) is { } ended
                && DeviceStateChecker.FirstViolation(ended, state.ConsumerState!.Unobserved, seen) is null
                    ? ended
                    : null;
        }

        var one = operations[operation];
        foreach (var (first, end) in one.IsLate ? LateParts(one, next) : OwnParts(operation, next))
        {
            if (judged > MostJudged)
            {
                return null;
            }

            if (Judge(consumers, null, one.Decision.Before, one.Decision.Before, next, first, ref judged) is { } before
                && Judge(before, one, one.Decision.Before, one.After, first, end, ref judged) is { } after
                && From(operation + 1, end, after, ref judged) is { } explained)
            {
                return explained;
            }
        }

        return null;
    }

    // What has its number; and if another follows that was accepted earlier, a part of that.
    private IEnumerable<(int First, int End)> OwnParts(int operation, int next)
    {
        var own = operations[operation].Number;
        var first = Upto(next, own);
        var end = Upto(first, own + 1);
        var isFollowed = operation + 1 < operations.Count && operations[operation + 1].IsLate;
        for (var until = end; until >= (isFollowed ? first : end); until--)
        {
            yield return (first, until);
        }
    }

    // Nothing at any place, for the end of registrations is not told; or from something that was told in its partition
    // to something else that was.
    private IEnumerable<(int First, int End)> LateParts(UnobservedOperation late, int next)
    {
        var limit = Upto(next, late.Number + 2);
        for (var first = next; first <= limit; first++)
        {
            yield return (first, first);
            for (var last = first; last < limit && IsConcerned(late, all[first]); last++)
            {
                if (IsConcerned(late, all[last]))
                {
                    yield return (first, last + 1);
                }
            }
        }
    }

    private static bool IsConcerned(UnobservedOperation late, Notification notice) =>
        late.Decision.Partition is >= 0 and var place
        && notice.Partition == late.Decision.Before.Inventory.Partition(place);

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
        int end,
        ref int judged)
    {
        if (end == first && operation is not { IsCarriedOut: true })
        {
            return consumers;
        }

        judged++;
        List<ConsumerMonitors> advanced = [.. consumers];
        var log = new OperationLog(advanced, before, after, all, first, end)
        {
            Operation = operation,
            Shown = operation is not null && operation == state.ConsumerState!.Unobserved
                && operation.Number == number ? seen : null,
        };
        return NotificationMonitors.FirstViolation(log) is null ? advanced : null;
    }
}
