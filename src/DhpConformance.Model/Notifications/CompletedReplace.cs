using DhpConformance.Abstractions;
using static DhpConformance.Abstractions.NotificationKind;

namespace DhpConformance.Model.Notifications;

/// <summary>
/// Verifies: that in a hot replace that completed every driver and device went to sleep, then the units were swapped,
/// and then everybody woke up, once each. Sources: DHP-REP-04, -08, -12, -13, -16, DHP-PWR-04, -08.
/// Does not verify: the order among drivers, which is free.
/// </summary>
internal sealed class CompletedReplace(Scene scene, List<PowerTimeline> drivers)
{
    private readonly int swap = QuiescenceChecker.FirstPlace(scene, kind => kind == UnitsSwapped);

    public Breach? FirstBreach() =>
        First("QUI-01", "set-power sleep once, before the swap", driver =>
            driver.Count(SetPowerSleep) != 1 || IsAfterSwap(driver, SetPowerSleep))
        ?? First("QUI-02", "its device asleep once, between set-power sleep and the swap", driver =>
            driver.Count(DeviceAsleep) != (driver.HasDevice ? 1 : 0)
            || driver.IsBefore(DeviceAsleep, SetPowerSleep)
            || IsAfterSwap(driver, DeviceAsleep))
        ?? Swap()
        ?? First("QUI-04", "set-power working and then its device awake, once each, after the swap", driver =>
            driver.Count(SetPowerWorking) != 1
            || driver.Count(DeviceAwake) != (driver.HasDevice ? 1 : 0)
            || driver.First(SetPowerWorking) < swap
            || driver.IsBefore(DeviceAwake, SetPowerWorking));

    private bool IsAfterSwap(PowerTimeline driver, NotificationKind kind) =>
        swap >= 0 && driver.First(kind) > swap;

    private Breach? Swap()
    {
        var swaps = scene.Notices.Where(notice => notice.Kind == UnitsSwapped).ToList();
        var spare = scene.Inventory.Unit(scene.Episode!.Decision.Spare);
        return swaps.Count == 1 && swaps[0].Unit == spare ? null : new(
            "QUI-03",
            $"partition {scene.Inventory.Partition(scene.Partition)}",
            $"units swapped once, for {spare}",
            swaps.Count == 0 ? "nothing" : Spoken.Of(swaps[^1]),
            scene.Partition);
    }

    private Breach? First(string rule, string expected, Func<PowerTimeline, bool> isWrong) => drivers
        .Where(isWrong)
        .Select(driver => Scene.Breach(rule, driver.Account, expected, driver.ToString()))
        .FirstOrDefault();
}
