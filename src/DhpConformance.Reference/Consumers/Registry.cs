using System.Collections.Immutable;
using DhpConformance.Abstractions;

namespace DhpConformance.Reference;

/// <summary>The drivers and applications registered in a running operating system, in order of registration.</summary>
internal sealed class Registry
{
    public List<Driver> Drivers { get; } = [];

    public List<Application> Applications { get; } = [];

    /// <summary>The drivers with a processor-change callback.</summary>
    public IEnumerable<Driver> Callbacks => Drivers.Where(driver => driver.Script.Synchronous);

    /// <summary>The devices of the drivers that have one.</summary>
    public IEnumerable<Device> Devices => Drivers.Select(driver => driver.Device).OfType<Device>();

    public Driver? FindDriver(ConsumerId id) => Drivers.Find(driver => driver.Id == id);

    public bool Has(ConsumerId id) =>
        FindDriver(id) is not null || Applications.Exists(application => application.Id == id);

    /// <summary>Whether these are all the devices there are, as they are now.</summary>
    public bool IsShownBy(ImmutableArray<DeviceObservation> devices)
    {
        var count = 0;
        foreach (var driver in Drivers)
        {
            if (driver.Device is not { } device)
            {
                continue;
            }

            if (!devices.Contains(device.Observe()))
            {
                return false;
            }

            count++;
        }

        return count == devices.Length;
    }

    /// <summary>Whether these are all the applications there are, as they are now.</summary>
    public bool IsShownBy(ImmutableArray<ApplicationObservation> applications)
    {
        foreach (var application in Applications)
        {
            if (!applications.Contains(application.Observe()))
            {
                return false;
            }
        }

        return Applications.Count == applications.Length;
    }

    public void Remove(ConsumerId id)
    {
        Drivers.RemoveAll(driver => driver.Id == id);
        Applications.RemoveAll(application => application.Id == id);
    }
}
