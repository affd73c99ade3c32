using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("APP-01", "Only the application registered first is notified of arrivals.")]
internal sealed class FirstApplicationOnly(OperatingSystem system, Registry consumers) : Arrivals(system, consumers)
{
    internal override bool Concerns(Application application, UnitKind kind) =>
        base.Concerns(application, kind)
        && application == Registry.Applications.Find(each => each.ListensFor(kind));
}
