using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("ASY-11", "A driver that asks for existing interfaces is notified of each three times.")]
internal sealed class ExistingIsReportedThreeTimes(OperatingSystem system, Registry consumers)
    : Arrivals(system, consumers)
{
    internal override void Existing(Driver driver, UnitKind kind, UnitId unit, LogicalProcessor? processor)
    {
        for (var i = 0; i < 3; i++)
        {
            base.Existing(driver, kind, unit, processor);
        }
    }
}
