using DhpConformance.Abstractions;
using static DhpConformance.Abstractions.NotificationKind;

namespace DhpConformance.Reference.Variants;

/// <summary>
/// Tells of arrivals in any order; of what was there before once or twice; of what came before a consumer did, and of
/// what has left, if it likes.
/// </summary>
internal class FreeArrivals(OperatingSystem system, Registry consumers, FreeChoice choice)
    : Arrivals(system, consumers)
{
    private readonly List<Message> owed = [];
    private readonly List<(Unit Unit, LogicalProcessor? Processor)> unsettled = [];

    internal override void Arrived(Unit unit, LogicalProcessor? processor)
    {
        base.Arrived(unit, processor);
        unsettled.Add((unit, processor));
    }

    internal override void Existing(Driver driver, UnitKind kind, UnitId unit, LogicalProcessor? processor)
    {
        base.Existing(driver, kind, unit, processor);
        if (choice.Toss())
        {
            base.Existing(driver, kind, unit, processor);
        }
    }

    /// <summary>Tells a driver of some of what has come since the server settled, and before the driver.</summary>
    public void NotifyOfUnsettled(Driver driver) => NotifyOfUnsettled(
        InterfaceArrival, driver.Id, kind => Concerns(driver, kind));

    /// <summary>Tells an application of some of what has come since the server settled, and before it.</summary>
    public void NotifyOfUnsettled(Application application) => NotifyOfUnsettled(
        DeviceArrival, application.Id, kind => Concerns(application, kind));

    /// <summary>Everything has been delivered.</summary>
    public void Settle() => unsettled.Clear();

    internal override void Removed(Unit unit, LogicalProcessor? processor)
    {
        unsettled.RemoveAll(one => one.Unit == unit);
        owed.RemoveAll(message => message.Unit == unit.Id && choice.Toss()
            && message.Kind is InterfaceArrival or DeviceArrival);
        var before = owed.Count;
        NotifyDrivers(InterfaceRemoval, unit, processor);
        NotifyApplications(DeviceRemoval, unit, processor);
        for (var place = owed.Count - 1; place >= before; place--)
        {
            if (choice.Toss())
            {
                owed.RemoveAt(place);
            }
        }
    }

    internal override bool DeliverOne()
    {
        if (owed.Count == 0)
        {
            return false;
        }

        var place = choice.Next(owed.Count);
        var message = owed[place];
        owed.RemoveAt(place);
        System.Tell(message);
        return true;
    }

    // What was caused before may still come (DHP-ASY-14); removals of units do not.
    internal override void Forget(ConsumerId consumer) => owed.RemoveAll(message =>
        message.Consumer == consumer && (choice.Toss() || message.Kind is InterfaceRemoval or DeviceRemoval));

    internal override void Owe(Message message) => owed.Add(message);

    private void NotifyOfUnsettled(NotificationKind kind, ConsumerId consumer, Func<UnitKind, bool> concerns)
    {
        foreach (var (unit, processor) in unsettled)
        {
            if (concerns(unit.Kind) && choice.Toss())
            {
                Owe(new(kind, consumer) { Unit = unit.Id, Processor = processor });
            }
        }
    }
}
