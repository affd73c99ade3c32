using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("ASY-01", "Only the driver registered first is notified of arrivals.")]
internal sealed class FirstListenerOnly(OperatingSystem system, Registry consumers) : Arrivals(system, consumers)
{
    internal override bool Concerns(Driver driver, UnitKind kind) =>
        base.Concerns(driver, kind) && driver == Registry.Drivers.Find(each => each.ListensFor(kind));
}
