using DhpConformance.Abstractions;
using static DhpConformance.Abstractions.NotificationKind;

namespace DhpConformance.Tests.Model.Monitors;

/// <summary>The notifications of one hot replace, from its first phase until the last device is awake.</summary>
/// <param name="devices">The devices.</param>
/// <param name="log">The log.</param>
/// <param name="replace">The hot replace.</param>
internal sealed class ReplaceNotifications(DeviceReadings devices, MonitoredLog log, MonitoredOperations replace)
{
    private static readonly NotificationKind[] Kinds =
        [QueryPower, SetPowerSleep, DeviceAsleep, UnitsSwapped, SetPowerWorking, DeviceAwake];

    private readonly int begin = devices.End(replace.Number - 1);
    private readonly int end = devices.End(replace.Number);

    /// <summary>The place of the first notification; null if there is none.</summary>
    public int? First => Enumerable.Range(begin, end - begin)
        .Where(at => Kinds.Contains(log.Notices[at].Kind)).Select(at => (int?)at).FirstOrDefault();

    private List<RegisterDriver> Drivers => [.. devices.Drivers.Where(driver =>
        devices.RegisteredBy(driver) < replace.Number && devices.DeregisteredBy(driver.Consumer) > replace.Number)];

    /// <summary>Whether they are right.</summary>
    /// <param name="mayGoOn">Whether what is missing in the end may still come.</param>
    public bool AreRight(bool mayGoOn)
    {
        var isOver = !mayGoOn || replace.Number < log.Run.Number;
        var swaps = In(UnitsSwapped, null);
        var unit = ((HotReplace)replace.Latest!).Spare;
        return swaps.TrueForAll(at => log.Notices[at].Unit == unit)
            && Drivers.TrueForAll(driver => IsRight(driver, swaps, isOver, mayGoOn))
            && (replace.HasFailed ? swaps.Count == 0 : IsSwapped(swaps, isOver))
            && NothingElse()
            && (!isOver || IsRejected());
    }

    private bool IsRight(RegisterDriver driver, List<int> swaps, bool isOver, bool mayGoOn)
    {
        var (queries, sleeps, workings) = (In(QueryPower, driver.Consumer), In(SetPowerSleep, driver.Consumer),
            In(SetPowerWorking, driver.Consumer));
        var device = driver.Script.Device;
        if (queries.Count > 1 || sleeps.Count > 1 || workings.Count > 1
            || !Follow(queries, sleeps) || !Follow(queries, workings) || !Follow(sleeps, workings)
            || queries.Exists(at => log.Notices[at].Status != 0 != (device?.RejectsQueryPower == true))
            || (isOver && workings.Count < sleeps.Count))
        {
            return false;
        }

        return IsRight(driver, sleeps, workings, mayGoOn) && (replace.HasFailed
            ? workings.Count == 0 || queries.Count + sleeps.Count > 0
            : (workings.Count == 0 || (sleeps.Count == 1 && swaps.Count > 0 && swaps[0] < workings[0]))
                && (!isOver || (sleeps.Count == 1 && workings.Count == 1)));
    }

    // Asleep between set-power sleep and set-power working, and awake after that, at the latest when settled.
    private bool IsRight(RegisterDriver driver, List<int> sleeps, List<int> workings, bool mayGoOn)
    {
        var asleep = In(DeviceAsleep, driver.Consumer);
        var settle = devices.SettledAfter(replace.Number);
        var awake = devices.Places(DeviceAwake, driver.Consumer).Where(at => at >= begin).ToList();
        var mayComeLater = settle > log.Run.Number - (mayGoOn ? 1 : 0)
            || devices.DeregisteredBy(driver.Consumer) < settle;
        return asleep.Count <= 1 && awake.Count <= asleep.Count
            && (asleep.Count == 0 || (sleeps.Count == 1 && sleeps[0] < asleep[0] && MaySleep(driver)))
            && Follow(asleep, workings)
            && awake.TrueForAll(at => workings.Count == 1 && workings[0] < at && log.Notices[at].Operation <= settle)
            && (awake.Count == asleep.Count || mayComeLater);
    }

    // Once, after every driver and every device sleeps.
    private bool IsSwapped(List<int> swaps, bool isOver) =>
        swaps.Count <= 1 && (!isOver || swaps.Count == 1)
        && (swaps.Count == 0 || Drivers.TrueForAll(driver =>
            In(SetPowerSleep, driver.Consumer).Exists(at => at < swaps[0])
            && (driver.Script.Device is null || In(DeviceAsleep, driver.Consumer).Exists(at => at < swaps[0]))));

    // From the last set-power sleep to the first set-power working.
    private bool NothingElse()
    {
        var sleeps = Drivers.ConvertAll(driver => In(SetPowerSleep, driver.Consumer));
        if (sleeps.Count == 0 || sleeps.Exists(one => one.Count == 0))
        {
            return true;
        }

        var working = Drivers.SelectMany(driver => In(SetPowerWorking, driver.Consumer)).Append(end).Min();
        var last = sleeps.SelectMany(one => one).Max();
        return Enumerable.Range(0, log.Notices.Length).Where(at => at > last && at < working)
            .All(at => Kinds.Contains(log.Notices[at].Kind));
    }

    // It fails to quiesce because a device never reaches D3, or because a query-power was rejected.
    private bool IsRejected() => replace.Failure != FailureReason.QuiesceFailed
        || Drivers.Exists(driver => driver.Script.Device is { NeverReachesD3: true })
        || Drivers.Exists(driver => In(QueryPower, driver.Consumer).Exists(at => log.Notices[at].Status != 0));

    private List<int> In(NotificationKind kind, ConsumerId? driver) =>
        devices.Places(kind, driver).FindAll(at => at >= begin && at < end);

    private static bool MaySleep(RegisterDriver driver) => driver.Script.Device is { NeverReachesD3: false };

    private static bool Follow(List<int> first, List<int> then) =>
        first.Count == 0 || then.Count == 0 || first.Max() < then.Min();
}
