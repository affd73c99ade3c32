using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("APP-03", "An application that registered for one kind is told of the other as well.")]
internal sealed class ApplicationsHearOfEveryKind(OperatingSystem system, Audience audience)
    : Arrivals(system, audience)
{
    internal override bool Concerns(Application application, UnitKind kind) => true;
}
