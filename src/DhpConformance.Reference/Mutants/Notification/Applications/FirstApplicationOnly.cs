using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("APP-01", "Only the application registered first is told of arrivals.")]
internal sealed class FirstApplicationOnly(OperatingSystem system, Audience audience) : Arrivals(system, audience)
{
    internal override bool Concerns(Application application, UnitKind kind) =>
        base.Concerns(application, kind)
        && application == Audience.Applications.Find(each => each.ListensFor(kind));
}
