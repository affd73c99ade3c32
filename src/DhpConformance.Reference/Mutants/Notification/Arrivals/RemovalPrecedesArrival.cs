using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("ASY-18", "Drivers are notified that a unit was removed before they are notified that it arrived.")]
internal sealed class RemovalPrecedesArrival(OperatingSystem system, Registry consumers) : Arrivals(system, consumers)
{
    internal override void Arrived(Unit unit, LogicalProcessor? processor)
    {
        base.Arrived(unit, processor);
        NotifyDrivers(NotificationKind.InterfaceRemoval, unit, processor);
    }
}
