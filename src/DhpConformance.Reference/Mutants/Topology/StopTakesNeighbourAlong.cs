using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("TOP-04", "Stopping a partition stops another one that runs as well.")]
internal sealed class StopTakesNeighbourAlong(Machine machine, Admission admission)
    : ServiceProcessor(machine, admission)
{
    internal override Outcome Apply(StopPartition request)
    {
        var outcome = base.Apply(request);
        if (outcome == Outcome.Completed && Machine.RunningNeighbour(Machine.Get(request.Partition)) is { } neighbour)
        {
            Stop(neighbour);
        }

        return outcome;
    }
}
