using DhpConformance.Abstractions;
using DhpConformance.Model.Rules;

namespace DhpConformance.Model.Notifications;

/// <summary>
/// Verifies: that only registered consumers are told, of their own partition, nothing of a refused operation, and
/// applications nothing but arrivals and removals; that power requests come during a hot replace, and no hibernation
/// file ever. Sources: DHP-REP-08, -09, DHP-APP-15; decisions G-18, G-28, G-84.
/// Does not verify: whether what they are told is right.
/// </summary>
internal static class AddresseeChecker
{
    public static Breach? FirstBreach(Scene scene)
    {
        foreach (var notice in scene.Notices)
        {
            var breach = notice.Kind == NotificationKind.HibernationFileWritten
                ? new("QUI-05", $"partition {notice.Partition}", "no hibernation file", Spoken.Of(notice))
                : notice.Consumer is { } consumer ? Breach(scene, notice, consumer)
                : Breach(scene, notice);
            if (breach is not null)
            {
                return breach;
            }
        }

        return null;
    }

    private static Breach? Breach(Scene scene, Notification notice)
    {
        var partition = scene.Inventory.Find(notice.Partition);
        if (notice.Kind != NotificationKind.UnitsSwapped
            || (scene.CarriedOut == OperationKind.HotReplace && scene.Partition == partition)
            || IsPutOff(scene, partition))
        {
            return null;
        }

        return new(
            scene.IsRefused ? "REF-01" : "QUI-13",
            $"partition {notice.Partition}",
            "units swapped in a hot replace only",
            Spoken.Of(notice),
            partition);
    }

    // A hot replace that was accepted may swap at any time, where nobody is registered.
    private static bool IsPutOff(Scene scene, int partition) =>
        scene.Inventory.Claims.Has(Claim.AcceptedOperations) && !scene.In(partition).Any();

    private static Breach? Breach(Scene scene, Notification notice, ConsumerId consumer)
    {
        if (scene.Find(consumer) is not { } account)
        {
            return new("CON-04", $"consumer {consumer}", "nothing: it is not registered", Spoken.Of(notice));
        }

        var own = scene.Inventory.Partition(account.Partition);
        if (notice.Partition != own || IsOfAnother(scene, account, notice.Kind))
        {
            return Scene.Breach("CON-05", account, $"only what happens in {own}", notice);
        }

        if (scene.IsRefused && (notice.Kind.IsCallback || notice.Kind.IsPower))
        {
            return Scene.Breach("REF-01", account, "nothing: the operation was refused", notice);
        }

        return account.Consumer.Driver is null && !notice.Kind.IsArrival && !notice.Kind.IsRemoval
            ? Scene.Breach("APP-15", account, "device arrivals and removals only", notice)
            : notice.Kind.IsPower && scene.CarriedOut != OperationKind.HotReplace
            ? Scene.Breach("QUI-13", account, "power requests in a hot replace only", notice)
            : null;
    }

    // It would be right for a driver of the partition in which the operation was carried out.
    private static bool IsOfAnother(Scene scene, Account account, NotificationKind kind) =>
        scene.Partition != account.Partition
        && ((kind.IsCallback && scene.IsProcessorAdd)
            || (kind.IsPower && scene.CarriedOut == OperationKind.HotReplace));
}
