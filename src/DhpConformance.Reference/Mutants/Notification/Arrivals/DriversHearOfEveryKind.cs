using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("ASY-04", "A driver that registered for one kind is told of the other as well.")]
internal sealed class DriversHearOfEveryKind(OperatingSystem system, Audience audience) : Arrivals(system, audience)
{
    internal override bool Concerns(Driver driver, UnitKind kind) =>
        driver.Script.ProcessorArrivals || driver.Script.MemoryArrivals;
}
