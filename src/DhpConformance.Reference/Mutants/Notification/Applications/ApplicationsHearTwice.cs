using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("APP-02", "Applications are told of each arrival twice.")]
internal sealed class ApplicationsHearTwice(OperatingSystem system, Registry consumers) : Arrivals(system, consumers)
{
    internal override void TellApplications(NotificationKind kind, Unit unit, LogicalProcessor? processor)
    {
        base.TellApplications(kind, unit, processor);
        if (kind == NotificationKind.DeviceArrival)
        {
            base.TellApplications(kind, unit, processor);
        }
    }
}
