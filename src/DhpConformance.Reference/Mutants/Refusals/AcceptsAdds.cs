using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("REF-06", "A hot add is answered as accepted, which is not claimed.")]
internal sealed class AcceptsAdds(Machine machine, Admission admission)
    : ServiceProcessor(machine, admission)
{
    internal override Outcome Apply(HotAdd request) =>
        base.Apply(request) is var outcome && outcome == Outcome.Completed ? Outcome.Accepted : outcome;
}
