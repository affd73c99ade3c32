using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("TOP-20", "A partition that is stopped loses its I/O host bridges.")]
internal sealed class StopFreesBridges(Machine machine, Admission admission)
    : ServiceProcessor(machine, admission)
{
    internal override Outcome Apply(StopPartition request)
    {
        var outcome = base.Apply(request);
        while (outcome == Outcome.Completed && Machine.Get(request.Partition).Bridges is { Count: > 0 } bridges)
        {
            bridges[0].MoveTo(null);
        }

        return outcome;
    }
}
