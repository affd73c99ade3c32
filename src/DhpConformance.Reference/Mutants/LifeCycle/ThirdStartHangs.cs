using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("RUN-01", "Every third start is answered, and the partition does not come up.")]
internal sealed class ThirdStartHangs(Machine machine, Admission admission)
    : ServiceProcessor(machine, admission)
{
    private int starts;

    internal override Outcome Apply(StartPartition request)
    {
        var outcome = base.Apply(request);
        if (outcome == Outcome.Completed && ++starts % 3 == 0)
        {
            Stop(Machine.Get(request.Partition));
        }

        return outcome;
    }
}
