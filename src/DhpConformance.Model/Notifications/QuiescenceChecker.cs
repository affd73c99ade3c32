using DhpConformance.Abstractions;
using DhpConformance.Model.Rules;
using static DhpConformance.Abstractions.NotificationKind;

namespace DhpConformance.Model.Notifications;

/// <summary>
/// Verifies: the phases of a hot replace: question, sleep, swap and wake-up, of every driver and device, with nothing
/// else told in between. Sources: DHP-REP-04..-19, DHP-PWR-01..-09; decisions G-73..G-79, G-93.
/// Does not verify: what software would have done meanwhile, and how long it takes.
/// </summary>
internal static class QuiescenceChecker
{
    public static Breach? FirstBreach(Scene scene)
    {
        if (scene.CarriedOut != OperationKind.HotReplace || scene.Episode!.IsLate
            || !scene.Inventory.Claims.Has(Claim.Quiescence))
        {
            return null;
        }

        var begin = FirstPlace(scene, kind => kind.IsPower);
        var drivers = scene.In(scene.Partition)
            .Where(account => account.Consumer.Driver is not null)
            .Select(account => new PowerTimeline(scene, account, begin < 0 ? int.MaxValue : begin))
            .ToList();
        return MidRound(drivers, begin)
            ?? Asked(scene, drivers)
            ?? Silence(scene, drivers)
            ?? (scene.Episode!.Outcome.Kind == OutcomeKind.Failed
                ? new FailedReplace(scene, drivers).FirstBreach()
                : new CompletedReplace(scene, drivers).FirstBreach());
    }

    /// <summary>The place of the first notification in the partition of such a kind; -1 if there is none.</summary>
    public static int FirstPlace(Scene scene, Func<NotificationKind, bool> isSuch)
    {
        for (var place = 0; place < scene.Notices.Length; place++)
        {
            if (isSuch(scene.Notices[place].Kind))
            {
                return place;
            }
        }

        return -1;
    }

    // A device that rejected query-stop, or failed to start, is in no one's way: only the last word is missing.
    private static Breach? MidRound(List<PowerTimeline> drivers, int begin) => begin < 0 ? null : drivers
        .Where(driver => driver.Device is not null and not { Round: Round.None })
        .Select(driver => driver.Device is { Round: Round.Agreed or Round.Stopped }
            ? Scene.Breach("QUI-15", driver.Account, "its rebalance round ended before sleep", "power requests")
            : RebalanceChecker.Unfinished(driver.Account with { Device = driver.Device }))
        .FirstOrDefault();

    private static Breach? Asked(Scene scene, List<PowerTimeline> drivers)
    {
        foreach (var driver in drivers)
        {
            var place = driver.First(QueryPower);
            if (driver.Count(QueryPower) > 1
                || driver.IsBefore(SetPowerSleep, QueryPower) || driver.IsBefore(SetPowerWorking, QueryPower))
            {
                const string Expected = "query-power once at most, before set-power";
                return Scene.Breach("QUI-06", driver.Account, Expected, scene.Notices[place]);
            }

            if (place >= 0 && (scene.Notices[place].Status != 0) != (driver.Device?.Script.RejectsQueryPower == true))
            {
                return Scene.Breach("QUI-06", driver.Account, "the status that its script says", scene.Notices[place]);
            }
        }

        return null;
    }

    // From the last set-power sleep to the first set-power working; if nobody wakes up, to the swap.
    private static Breach? Silence(Scene scene, List<PowerTimeline> drivers)
    {
        if (drivers.Count == 0 || drivers.Exists(driver => driver.Count(SetPowerSleep) == 0))
        {
            return null;
        }

        var end = FirstPlace(scene, kind => kind == SetPowerWorking) is >= 0 and var working
            ? working
            : FirstPlace(scene, kind => kind == UnitsSwapped);
        for (var place = drivers.Max(driver => driver.First(SetPowerSleep)) + 1; place < end; place++)
        {
            var notice = scene.Notices[place];
            if (!notice.Kind.IsPower && notice.Kind != HighMemory
                && scene.Inventory.Find(notice.Partition) == scene.Partition)
            {
                return Scene.Breach(
                    notice.Kind == IoCompleted ? "IO-03" : "QUI-11",
                    scene.Find(notice.Consumer)!,
                    "nothing while the partition sleeps",
                    notice);
            }
        }

        return null;
    }
}
