using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("ASY-01", "Only the driver registered first is told of arrivals.")]
internal sealed class FirstListenerOnly(OperatingSystem system, Audience audience) : Arrivals(system, audience)
{
    internal override bool Concerns(Driver driver, UnitKind kind) =>
        base.Concerns(driver, kind) && driver == Audience.Drivers.Find(each => each.ListensFor(kind));
}
