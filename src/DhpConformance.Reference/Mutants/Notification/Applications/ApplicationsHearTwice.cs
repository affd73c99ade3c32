using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("APP-02", "Applications are notified of each arrival twice.")]
internal sealed class ApplicationsHearTwice(OperatingSystem system, Registry consumers) : Arrivals(system, consumers)
{
    internal override void NotifyApplications(NotificationKind kind, Unit unit, LogicalProcessor? processor)
    {
        base.NotifyApplications(kind, unit, processor);
        if (kind == NotificationKind.DeviceArrival)
        {
            base.NotifyApplications(kind, unit, processor);
        }
    }
}
