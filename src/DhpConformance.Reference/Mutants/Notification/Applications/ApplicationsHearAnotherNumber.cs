using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("APP-07", "The arrival of a processor names a wrong number to applications.")]
internal sealed class ApplicationsHearAnotherNumber(OperatingSystem system, Audience audience)
    : Arrivals(system, audience)
{
    internal override void TellApplications(NotificationKind kind, Unit unit, LogicalProcessor? processor) =>
        base.TellApplications(
            kind,
            unit,
            kind == NotificationKind.DeviceArrival && processor is { } right
                ? right with { Number = 63 - right.Number }
                : processor);
}
