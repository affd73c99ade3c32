using DhpConformance.Abstractions;
using static DhpConformance.Abstractions.NotificationKind;

namespace DhpConformance.Reference;

/// <summary>
/// Puts the drivers and devices of a partition to sleep around the swap of a hot replace, and wakes them up again in
/// the opposite order. It asks first, and takes a no for an answer.
/// </summary>
internal class PowerPolicy(OperatingSystem system, Registry consumers)
{
    // The drivers that were sent to sleep or queried, and must be notified when the partition works again.
    private readonly List<Driver> drowsy = [];

    protected OperatingSystem System { get; } = system;

    protected Registry Registry { get; } = consumers;

    /// <summary>Puts everybody to sleep. False if somebody does not; then everybody is awake again.</summary>
    internal virtual bool Sleep()
    {
        if (Registry.Drivers.TrueForAll(Query) && Registry.Drivers.TrueForAll(PutToSleep))
        {
            return true;
        }

        WakeUp();
        return false;
    }

    /// <summary>Wakes up everybody who was put to sleep.</summary>
    internal virtual void WakeUp()
    {
        for (var i = drowsy.Count - 1; i >= 0; i--)
        {
            WakeUp(drowsy[i]);
        }

        drowsy.Clear();
    }

    /// <summary>Asks a driver whether the partition may sleep.</summary>
    internal virtual bool Query(Driver driver)
    {
        var rejects = driver.Device is { Script.RejectsQueryPower: true };
        drowsy.Add(driver);
        Tell(driver, QueryPower, rejects ? Message.Error : 0);
        return !rejects;
    }

    /// <summary>Tells a driver to sleep, and waits for its device. False if the device stays awake.</summary>
    internal virtual bool PutToSleep(Driver driver)
    {
        Tell(driver, SetPowerSleep);
        if (driver.Device is not { IsRemoved: false } device)
        {
            return true;
        }

        if (!ReachesD3(device))
        {
            return false;
        }

        device.State = DeviceState.Paused;
        Tell(driver, DeviceAsleep);
        return true;
    }

    internal virtual bool ReachesD3(Device device) => !device.Script.NeverReachesD3;

    internal virtual void WakeUp(Driver driver)
    {
        Tell(driver, SetPowerWorking);
        if (driver.Device is { State: DeviceState.Paused } device)
        {
            Tell(driver, DeviceAwake);
            device.State = DeviceState.Started;
        }
    }

    protected void Tell(Driver driver, NotificationKind kind, int status = 0) =>
        System.Tell(new(kind, driver.Id) { Status = status });
}
