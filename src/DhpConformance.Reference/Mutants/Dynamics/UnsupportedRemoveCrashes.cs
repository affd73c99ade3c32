using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("DYN-06", "A hot remove that is not supported is refused, and crashes the operating system.")]
internal sealed class UnsupportedRemoveCrashes(Machine machine, Admission admission)
    : ServiceProcessor(machine, admission)
{
    internal override Outcome Apply(HotRemove request)
    {
        var outcome = base.Apply(request);
        if (outcome.Refusal == RefusalReason.NotSupported)
        {
            Crash(Machine.Get(request.Partition));
        }

        return outcome;
    }
}
