using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Model.Rules;
using DhpConformance.Model.State;

namespace DhpConformance.Model.Monitors;

/// <summary>
/// Which part of a log belongs to an operation that was accepted earlier and ended after, or before, others with the
/// same number: from the first notification that it alone can have caused to the last. What else is told in between,
/// before and after, is judged with whatever was owed by then.
/// </summary>
internal static class LateNotifications
{
    /// <summary>Where the part of the first late operation that follows begins; the end if it has none.</summary>
    /// <param name="log">The whole log.</param>
    /// <param name="from">Where the operation before it begins.</param>
    /// <param name="end">Where the notifications end that have the number of that operation.</param>
    /// <param name="following">The operations that follow it.</param>
    public static int First(
        ImmutableArray<Notification> log, int from, int end, IEnumerable<UnobservedOperation> following)
    {
        foreach (var late in following.TakeWhile(operation => operation.IsLate))
        {
            for (var place = from; place < end; place++)
            {
                if (IsCausedBy(late, log[place]) || IsRead(late, log[place], late.After, late.Decision.Before))
                {
                    return place;
                }
            }
        }

        return end;
    }

    /// <summary>Where the part of a late operation ends that begins here; here if it has none.</summary>
    public static int Last(ImmutableArray<Notification> log, int from, UnobservedOperation late)
    {
        var end = from;
        for (var place = from; place < log.Length && log[place].Operation <= late.Number + 1; place++)
        {
            end = IsPartOf(late, log[place]) || IsRead(late, log[place], late.Decision.Before, late.After)
                ? place + 1
                : end;
        }

        return end;
    }

    // Of the unit: during the operation or, as an arrival, at any time after it.
    private static bool IsCausedBy(UnobservedOperation late, Notification notice) =>
        IsPartOf(late, notice)
        || (IsConcerned(late, notice) && late.Decision.Operation is OperationKind.HotAdd or OperationKind.HotRemove
            && notice.Unit == late.Decision.Before.Inventory.Unit(late.Decision.Unit));

    // Who registers right after it may be called for the same unit, as one of those that are there.
    private static bool IsPartOf(UnobservedOperation late, Notification notice) =>
        IsConcerned(late, notice) && late.Decision.Operation switch
        {
            OperationKind.HotReplace => notice.Kind.IsPower || notice.Kind == NotificationKind.UnitsSwapped,
            OperationKind.HotAdd => notice.Kind.IsCallback && notice.Consumer is { } driver
                && late.Decision.Before.ConsumerState?.Find(driver) is not null
                && notice.Unit == late.Decision.Before.Inventory.Unit(late.Decision.Unit),
            _ => false,
        };

    // Delivered with the amounts of one side of the operation, where the other side has different ones.
    private static bool IsRead(UnobservedOperation late, Notification notice, ServerState then, ServerState otherwise)
    {
        if (!IsConcerned(late, notice))
        {
            return false;
        }

        var (here, there) = (then.Partitions[late.Decision.Partition], otherwise.Partitions[late.Decision.Partition]);
        return (here.ActiveProcessors != there.ActiveProcessors || here.VisibleMemory != there.VisibleMemory)
            && notice.ActiveProcessors == here.ActiveProcessors && here.MayShow(notice.MemoryBytes);
    }

    private static bool IsConcerned(UnobservedOperation late, Notification notice) =>
        late.Decision.Partition is >= 0 and var place
        && notice.Partition == late.Decision.Before.Inventory.Partition(place);
}
