using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("ASY-11", "Who asks for existing interfaces is told of each three times.")]
internal sealed class ExistingIsReportedThreeTimes(OperatingSystem system, Audience audience)
    : Arrivals(system, audience)
{
    internal override void Existing(Driver driver, UnitKind kind, UnitId unit, LogicalProcessor? processor)
    {
        for (var i = 0; i < 3; i++)
        {
            base.Existing(driver, kind, unit, processor);
        }
    }
}
