using DhpConformance.Abstractions;
using static DhpConformance.Abstractions.NotificationKind;

namespace DhpConformance.Reference.Variants;

/// <summary>
/// Puts drivers to sleep in any order, and asks some of them before. A no may be overruled; what has to fail, fails at
/// any moment. A device may be awake long after its driver.
/// </summary>
internal class FreePower(OperatingSystem system, Registry consumers, FreeChoice choice)
    : PowerPolicy(system, consumers)
{
    private readonly List<Driver> asked = [];
    private readonly List<Driver> slept = [];
    private readonly List<Driver> late = [];

    /// <summary>Wakes up one device that sleeps longer than its driver. False if there is none.</summary>
    public bool WakeOne()
    {
        if (late.Count == 0)
        {
            return false;
        }

        WakeDevice(choice.Pick(late));
        return true;
    }

    /// <summary>Wakes up a device if it sleeps.</summary>
    public void WakeDeviceOf(Device device)
    {
        if (late.Find(driver => driver.Device == device) is { } driver)
        {
            WakeDevice(driver);
        }
    }

    /// <summary>Puts everybody to sleep. Says why it failed; null if it did not.</summary>
    public FailureReason? FallAsleep(bool spareStarts)
    {
        var rejected = false;
        foreach (var (driver, kind) in Steps())
        {
            if (!spareStarts && choice.Toss(8))
            {
                return FailureReason.StartFailed;
            }

            if (rejected && choice.Toss(8))
            {
                return FailureReason.QuiesceFailed;
            }

            switch (kind)
            {
                case QueryPower:
                    var rejects = driver.Device is { Script.RejectsQueryPower: true };
                    rejected |= rejects;
                    asked.Add(driver);
                    Tell(driver, QueryPower, rejects ? choice.Error() : 0);
                    break;
                case SetPowerSleep:
                    while (late.Contains(driver))
                    {
                        WakeOne();
                    }

                    slept.Add(driver);
                    Tell(driver, SetPowerSleep);
                    break;
                case DeviceAsleep when driver.Device is { IsRemoved: false } device:
                    if (!ReachesD3(device))
                    {
                        return FailureReason.QuiesceFailed;
                    }

                    device.State = DeviceState.Paused;
                    Tell(driver, DeviceAsleep);
                    break;
            }
        }

        return !spareStarts ? FailureReason.StartFailed
            : rejected && choice.Toss() ? FailureReason.QuiesceFailed
            : null;
    }

    internal override void WakeUp()
    {
        var onlyAsked = asked.Except(slept).Where(_ => choice.Toss());
        foreach (var driver in choice.Shuffled(slept.Concat(onlyAsked)))
        {
            Tell(driver, SetPowerWorking);
            if (slept.Contains(driver) && driver.Device is { State: DeviceState.Paused })
            {
                late.Add(driver);
            }

            if (choice.Toss())
            {
                WakeOne();
            }
        }

        slept.Clear();
        asked.Clear();
    }

    // The steps of each driver are in order; steps of several drivers interleave.
    private List<(Driver Driver, NotificationKind Kind)> Steps()
    {
        var waiting = Registry.Drivers
            .Select(driver => new Queue<NotificationKind>(
                choice.Toss() ? [QueryPower, SetPowerSleep, DeviceAsleep] : [SetPowerSleep, DeviceAsleep]))
            .ToArray();
        var steps = new List<(Driver, NotificationKind)>();
        foreach (var driver in choice.Shuffled(waiting.SelectMany((kinds, place) => kinds.Select(_ => place))))
        {
            steps.Add((Registry.Drivers[driver], waiting[driver].Dequeue()));
        }

        return steps;
    }

    private void WakeDevice(Driver driver)
    {
        late.Remove(driver);
        Tell(driver, DeviceAwake);
        driver.Device!.State = DeviceState.Started;
        ((FreeInputOutput)((FreeSystem)System).Services!.InputOutput).GoOn(driver.Device);
    }
}
