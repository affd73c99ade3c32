using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("REF-01", "A hot replace that is refused as incompatible is shown as the latest hot operation.")]
internal sealed class RefusedReplaceIsShown(Machine machine, Admission admission)
    : ServiceProcessor(machine, admission)
{
    internal override Outcome Apply(HotReplace request)
    {
        var outcome = base.Apply(request);
        if (outcome.Refusal == RefusalReason.Incompatible)
        {
            var spare = Machine.Get(request.Spare);
            Machine.Get(request.Partition).System.Record(HotOperation.Replace, spare, OutcomeKind.Failed);
        }

        return outcome;
    }
}
