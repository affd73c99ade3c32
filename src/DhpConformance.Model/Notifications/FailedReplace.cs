using DhpConformance.Abstractions;
using DhpConformance.Model.Transitions;
using static DhpConformance.Abstractions.NotificationKind;

namespace DhpConformance.Model.Notifications;

/// <summary>
/// Verifies: that a hot replace that failed swapped nothing, and woke up whomever it had put to sleep. Decisions G-74,
/// G-76, G-79.
/// Does not verify: how far it came before it failed, which is free.
/// </summary>
internal sealed class FailedReplace(Scene scene, List<PowerTimeline> drivers)
{
    public Breach? FirstBreach()
    {
        var swap = QuiescenceChecker.FirstPlace(scene, kind => kind == UnitsSwapped);
        return swap >= 0
            ? Of("QUI-03", "no units swapped: the hot replace failed", Spoken.Of(scene.Notices[swap]))
            : drivers.Find(driver => !IsUndone(driver)) is { } asleep
                ? Scene.Breach("QUI-10", asleep.Account, "awake again, as far as it slept", asleep.ToString())
            : Reason();
    }

    private static bool IsUndone(PowerTimeline driver)
    {
        var (slept, asleep) = (driver.Count(SetPowerSleep), driver.Count(DeviceAsleep));
        var (working, awake) = (driver.Count(SetPowerWorking), driver.Count(DeviceAwake));
        var canSleep = driver.HasDevice && !driver.Device!.Script.NeverReachesD3;
        return slept <= 1 && asleep <= (canSleep ? slept : 0)
            && awake == asleep
            && (slept == 1 ? working == 1 : working <= driver.Count(QueryPower))
            && (slept == 0 || driver.IsBefore(SetPowerSleep, SetPowerWorking))
            && (working == 0 || slept == 1 || driver.IsBefore(QueryPower, SetPowerWorking))
            && (asleep == 0 || (driver.IsBefore(SetPowerSleep, DeviceAsleep)
                && driver.IsBefore(DeviceAsleep, DeviceAwake)
                && driver.IsBefore(SetPowerWorking, DeviceAwake)));
    }

    // A query-power that was never sent cannot have been rejected.
    private Breach? Reason() =>
        scene.Episode!.Outcome.Failure == FailureReason.QuiesceFailed
        && !Quiescing.MustFail(scene.Before, scene.Partition)
        && !scene.Notices.Any(notice => notice.Kind == QueryPower && notice.Status != 0)
            ? Of("QUI-07", "a query-power that was rejected", "failed (quiesce failed) without one")
            : null;

    private Breach Of(string rule, string expected, string observed) =>
        new(rule, $"partition {scene.Inventory.Partition(scene.Partition)}", expected, observed, scene.Partition);
}
