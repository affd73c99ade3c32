using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("RUN-02", "A crashed partition that is stopped goes on being shown as crashed.")]
internal sealed class StoppedStillLooksCrashed(Machine machine, Admission admission)
    : ServiceProcessor(machine, admission)
{
    internal override Outcome Apply(StopPartition request)
    {
        var crashed = Machine.Find(request.Partition)?.State == RunState.Crashed;
        var outcome = base.Apply(request);
        if (crashed && outcome == Outcome.Completed)
        {
            Machine.Get(request.Partition).State = RunState.Crashed;
        }

        return outcome;
    }
}
