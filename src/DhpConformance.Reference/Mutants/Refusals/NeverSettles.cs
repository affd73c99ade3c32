using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("REF-06", "The server never settles within its time.")]
internal sealed class NeverSettles(Machine machine, Admission admission)
    : ServiceProcessor(machine, admission)
{
    internal override Outcome Apply(Settle request) => Outcome.Failed(FailureReason.TimedOut);
}
