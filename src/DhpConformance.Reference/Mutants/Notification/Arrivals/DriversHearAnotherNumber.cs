using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("ASY-08", "The arrival of a processor names a wrong number to drivers.")]
internal sealed class DriversHearAnotherNumber(OperatingSystem system, Audience audience) : Arrivals(system, audience)
{
    internal override void TellDrivers(NotificationKind kind, Unit unit, LogicalProcessor? processor) =>
        base.TellDrivers(
            kind,
            unit,
            kind == NotificationKind.InterfaceArrival && processor is { } right
                ? right with { Number = 63 - right.Number }
                : processor);
}
