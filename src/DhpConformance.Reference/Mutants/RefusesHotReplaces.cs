using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

/// <summary>
/// Objects to some hot replaces that should be carried out. It lets a spare with an injected start failure pass: that
/// replace has to fail, and whatever else happens to it breaks REP-21, not the rule of the mutant.
/// </summary>
internal abstract class RefusesHotReplaces(Machine machine) : Admission(machine)
{
    internal override RefusalReason? WhyNot(HotReplace request) =>
        base.WhyNot(request)
        ?? (Machine.Get(request.Spare) is { FailingComponents: 0 } spare
            ? ObjectTo(Machine.Get(request.Target), spare, Machine.Get(request.Partition))
            : null);

    /// <summary>Why a hot replace is refused that nothing else speaks against; null to let it pass.</summary>
    protected abstract RefusalReason? ObjectTo(Unit target, Unit spare, Partition partition);
}
