using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

/// <summary>
/// Objects to some hot adds that should be carried out. It lets a unit with an injected start failure pass: that hot
/// add has to fail, and whatever else happens to it breaks ADD-04, not the rule of the mutant.
/// </summary>
internal abstract class RefusesHotAdds(Machine machine) : Admission(machine)
{
    internal override RefusalReason? WhyNot(HotAdd request) =>
        base.WhyNot(request)
        ?? (Machine.Get(request.Unit) is { FailingComponents: 0 } unit
            ? ObjectTo(unit, Machine.Get(request.Partition))
            : null);

    /// <summary>Why a hot add is refused that nothing else speaks against; null to let it pass.</summary>
    protected abstract RefusalReason? ObjectTo(Unit unit, Partition partition);
}
