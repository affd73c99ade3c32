using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("REF-01", "A partition that runs is rebooted by the refused request to start it.")]
internal sealed class RefusedStartReboots(Machine machine, Admission admission)
    : ServiceProcessor(machine, admission)
{
    internal override Outcome Apply(StartPartition request)
    {
        var outcome = base.Apply(request);
        if (outcome.Refusal == RefusalReason.NotStopped)
        {
            Machine.Get(request.Partition).System.Boot();
        }

        return outcome;
    }
}
