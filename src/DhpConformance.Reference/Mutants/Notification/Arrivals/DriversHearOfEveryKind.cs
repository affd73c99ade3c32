using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("ASY-04", "A driver that registered for one kind is notified of the other as well.")]
internal sealed class DriversHearOfEveryKind(OperatingSystem system, Registry consumers) : Arrivals(system, consumers)
{
    internal override void NotifyDrivers(NotificationKind kind, Unit unit, LogicalProcessor? processor)
    {
        base.NotifyDrivers(kind, unit, processor);
        var others = Registry.Drivers.Where(driver =>
            !driver.ListensFor(unit.Kind) && (driver.Script.ProcessorArrivals || driver.Script.MemoryArrivals));
        foreach (var driver in others.Where(_ => kind == NotificationKind.InterfaceArrival))
        {
            Owe(new(kind, driver.Id) { Unit = unit.Id, Processor = processor });
        }
    }
}
