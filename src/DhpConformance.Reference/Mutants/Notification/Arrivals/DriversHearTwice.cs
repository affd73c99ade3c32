using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("ASY-02", "Drivers are notified of each arrival twice.")]
internal sealed class DriversHearTwice(OperatingSystem system, Registry consumers) : Arrivals(system, consumers)
{
    internal override void NotifyDrivers(NotificationKind kind, Unit unit, LogicalProcessor? processor)
    {
        base.NotifyDrivers(kind, unit, processor);
        if (kind == NotificationKind.InterfaceArrival)
        {
            base.NotifyDrivers(kind, unit, processor);
        }
    }
}
