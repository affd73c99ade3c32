using DhpConformance.Abstractions;

namespace DhpConformance.Reference;

/// <summary>The drivers and applications registered in a running operating system, in order of registration.</summary>
internal sealed class Audience
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

    public void Remove(ConsumerId id)
    {
        Drivers.RemoveAll(driver => driver.Id == id);
        Applications.RemoveAll(application => application.Id == id);
    }
}
