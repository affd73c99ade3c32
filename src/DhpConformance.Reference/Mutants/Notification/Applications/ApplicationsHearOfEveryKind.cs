using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("APP-03", "An application that registered for one kind is notified of the other as well.")]
internal sealed class ApplicationsHearOfEveryKind(OperatingSystem system, Registry consumers)
    : Arrivals(system, consumers)
{
    internal override void NotifyApplications(NotificationKind kind, Unit unit, LogicalProcessor? processor)
    {
        base.NotifyApplications(kind, unit, processor);
        var others = Registry.Applications.Where(application => !application.ListensFor(unit.Kind));
        foreach (var application in others.Where(_ => kind == NotificationKind.DeviceArrival))
        {
            Owe(new(kind, application.Id) { Unit = unit.Id, Processor = processor });
        }
    }
}
