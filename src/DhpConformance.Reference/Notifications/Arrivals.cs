using DhpConformance.Abstractions;
using static DhpConformance.Abstractions.NotificationKind;

namespace DhpConformance.Reference;

/// <summary>
/// Arrivals and removals that are still to be delivered. They come later, one at a time and the newest first:
/// whoever relies on an order or on a delay that nobody promised should notice.
/// </summary>
internal class Arrivals(OperatingSystem system, Registry consumers)
{
    private readonly List<Message> owed = [];

    protected OperatingSystem System { get; } = system;

    protected Registry Registry { get; } = consumers;

    /// <summary>A logical processor has become active, or memory has grown by a module.</summary>
    internal virtual void Arrived(Unit unit, LogicalProcessor? processor) =>
        NotifyAll(InterfaceArrival, DeviceArrival, unit, processor);

    /// <summary>A logical processor or a memory module has gone. Whoever has not heard of it yet never will.</summary>
    internal virtual void Removed(Unit unit, LogicalProcessor? processor)
    {
        owed.RemoveAll(message => message.Unit == unit.Id && message.Kind is InterfaceArrival or DeviceArrival);
        NotifyAll(InterfaceRemoval, DeviceRemoval, unit, processor);
    }

    /// <summary>Something was there when a driver registered that asked for it.</summary>
    internal virtual void Existing(Driver driver, UnitKind kind, UnitId unit, LogicalProcessor? processor)
    {
        if (driver.ListensFor(kind))
        {
            Owe(new(InterfaceArrival, driver.Id) { Unit = unit, Processor = processor });
        }
    }

    /// <summary>Delivers one notice. False if there is none.</summary>
    internal virtual bool DeliverOne()
    {
        if (owed.Count == 0)
        {
            return false;
        }

        var newest = owed[^1];
        owed.RemoveAt(owed.Count - 1);
        System.Tell(newest);
        return true;
    }

    /// <summary>Drops what was still to be delivered to a consumer.</summary>
    internal virtual void Forget(ConsumerId consumer) => owed.RemoveAll(message => message.Consumer == consumer);

    /// <summary>Whether a driver is notified of units of a kind.</summary>
    internal virtual bool Concerns(Driver driver, UnitKind kind) => driver.ListensFor(kind);

    /// <summary>Whether an application is notified of units of a kind.</summary>
    internal virtual bool Concerns(Application application, UnitKind kind) => application.ListensFor(kind);

    /// <summary>Remembers a notice until its time has come.</summary>
    internal virtual void Owe(Message message) => owed.Add(message);

    /// <summary>Tells the drivers that a unit of this kind concerns.</summary>
    internal virtual void NotifyDrivers(NotificationKind kind, Unit unit, LogicalProcessor? processor)
    {
        foreach (var driver in Registry.Drivers.Where(driver => Concerns(driver, unit.Kind)))
        {
            Owe(new(kind, driver.Id) { Unit = unit.Id, Processor = processor });
        }
    }

    /// <summary>Tells the applications that a unit of this kind concerns.</summary>
    internal virtual void NotifyApplications(NotificationKind kind, Unit unit, LogicalProcessor? processor)
    {
        foreach (var application in Registry.Applications.Where(application => Concerns(application, unit.Kind)))
        {
            Owe(new(kind, application.Id) { Unit = unit.Id, Processor = processor });
        }
    }

    private void NotifyAll(
        NotificationKind toDrivers,
        NotificationKind toApplications,
        Unit unit,
        LogicalProcessor? processor)
    {
        NotifyDrivers(toDrivers, unit, processor);
        NotifyApplications(toApplications, unit, processor);
    }
}
