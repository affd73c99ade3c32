using DhpConformance.Abstractions;
using DhpConformance.Model.State;

namespace DhpConformance.Model.Notifications;

/// <summary>
/// Verifies: that drivers and applications are told of each arrival they registered for, as often as they should, not
/// before it is there, and of nothing else. Sources: DHP-ASY-01..-11, DHP-APP-01..-07; decisions G-48, G-50, G-53,
/// G-58, G-93.
/// Does not verify: the order and the delay of arrivals, which are free until the server has settled.
/// </summary>
internal static class ArrivalChecker
{
    public static Breach? Breach(Scene scene, int place, Account account)
    {
        var notice = scene.Notices[place];
        if (notice.Kind.IsRemoval)
        {
            return Removal(scene, notice, account);
        }

        if (!notice.Kind.IsArrival)
        {
            return null;
        }

        var unit = notice.Unit is { } named ? scene.Inventory.Find(named) : -1;
        var isDriver = account.Consumer.Driver is not null;
        if (isDriver != (notice.Kind == NotificationKind.InterfaceArrival))
        {
            return Scene.Breach(account.Rule("ASY-04", "APP-15"), account, "what it registered for", notice);
        }

        return unit >= 0 && scene.Inventory.Kind(unit) != UnitKind.IoHostBridge
            && !account.Consumer.Hears(scene.Inventory.Kind(unit))
            ? Scene.Breach(account.Rule("ASY-04", "APP-03"), account, "arrivals of the kinds it registered for", notice)
            : ArrivalMatch.Find(scene, account, notice) is { Count: > 0 } debts ? Tell(scene, place, account, debts)
            : Unexpected.Arrival(scene, account, notice, unit);
    }

    /// <summary>An arrival that should have been told by now.</summary>
    public static Breach? Missing(Account account) => account.Arrivals.FirstOwed is { } debt
        ? Scene.Breach(
            account.Arrivals.WasThere(debt.Unit) ? "ASY-11" : account.Rule("ASY-01", "APP-01"),
            account,
            $"arrival of {debt.Unit} by now{(debt.Processor is { } processor ? $" ({Spoken.Of(processor)})" : "")}",
            "nothing")
        : null;

    // The first of these that it can tell; if it is too early for all of them, it is too early for the first.
    private static Breach? Tell(Scene scene, int place, Account account, List<ArrivalDebt> debts)
    {
        var notice = scene.Notices[place];
        var debt = debts.Find(one => TooEarly(scene, place, account, one) is null) ?? debts[0];
        var breach = TooEarly(scene, place, account, debt);
        var told = debt with { Told = debt.Told + 1 };
        scene.Put(account with { Arrivals = account.Arrivals.Replace(debt, told) });
        if (debt.Processor is null && notice.Processor is { } processor && !account.Arrivals.IsAmbiguous(debt.Unit))
        {
            scene.Change(account.Partition, a =>
                a with { Arrivals = a.Arrivals.Learn(debt, processor, isSure: false) });
        }

        return breach;
    }

    private static Breach? TooEarly(Scene scene, int place, Account account, ArrivalDebt debt)
    {
        var notice = scene.Notices[place];
        return debt.Kind == UnitKind.MemoryModule
            ? notice.MemoryBytes < LeastMemory(scene, account, debt)
                ? Scene.Breach(account.Rule("ASY-07", "APP-05"), account, $"{debt.MemoryBytes} bytes by then", notice)
                : null
            : notice.ActiveProcessors < LeastActive(scene, account, debt)
                || Announcement(scene, debt)?.LastComplete > place
                ? Scene.Breach(account.Rule("ASY-06", "APP-04"), account, "its arrival once it is active", notice)
                : null;
    }

    private static Announcement? Announcement(Scene scene, ArrivalDebt debt) => IsNew(scene, debt)
        ? scene.Announcements.Where(one => one.Added).ElementAtOrDefault(SlotIn(scene, debt))
        : null;

    // Caused by the operation at hand, and not by one before the consumer registered in it.
    private static bool IsNew(Scene scene, ArrivalDebt debt) => debt.Cause == scene.Number && scene.IsProcessorAdd;

    // Slots are numbered as the partition shows them, announcements as they came.
    private static int SlotIn(Scene scene, ArrivalDebt debt)
    {
        var added = scene.Announcements.FindAll(one => one.Added);
        return debt.Processor is { } processor
            && added.FindIndex(one => one.Processor == processor) is >= 0 and var place ? place : debt.Slot;
    }

    private static int LeastActive(Scene scene, Account account, ArrivalDebt debt) =>
        !IsNew(scene, debt) ? Math.Min(debt.ActiveProcessors, Lowest(scene, account, p => p.ActiveProcessors))
        : Announcement(scene, debt) is { } one ? one.ActiveBefore + 1
        : scene.Before.Partitions[account.Partition].ActiveProcessors + 1;

    private static long LeastMemory(Scene scene, Account account, ArrivalDebt debt) => debt.Cause == scene.Number
        ? debt.MemoryBytes
        : Math.Min(debt.MemoryBytes, Lowest(scene, account, p => p.VisibleMemory));

    private static T Lowest<T>(Scene scene, Account account, Func<PartitionState, T> of)
        where T : IComparable<T>
    {
        var before = of(scene.Before.Partitions[account.Partition]);
        var after = of(scene.After.Partitions[account.Partition]);
        return before.CompareTo(after) < 0 ? before : after;
    }

    private static Breach? Removal(Scene scene, Notification notice, Account account)
    {
        var offer = account.Arrivals.Removals.FirstOrDefault(offer => offer.Unit == notice.Unit
            && (offer.Processor is null || notice.Processor is null || offer.Processor == notice.Processor));
        if (offer is null)
        {
            return Scene.Breach(account.Rule("ASY-18", "APP-06"), account, "no removal", notice);
        }

        scene.Put(account with
        {
            Arrivals = account.Arrivals with { Removals = account.Arrivals.Removals.Remove(offer) },
        });
        return null;
    }
}
