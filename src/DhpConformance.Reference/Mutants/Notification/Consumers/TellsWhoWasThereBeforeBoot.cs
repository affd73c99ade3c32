using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks(
    "CON-04",
    "A driver of a partition that was stopped is told of a memory module that arrives after the next start.")]
internal sealed class TellsWhoWasThereBeforeBoot(Machine machine, Admission admission)
    : TellsTheGone(machine, admission)
{
    internal override Outcome Apply(RegisterDriver request)
    {
        var outcome = base.Apply(request);
        if (outcome == Outcome.Completed)
        {
            Gone[request.Consumer] = Machine.Get(request.Partition);
        }

        return outcome;
    }

    internal override Outcome Deregister(ConsumerId consumer, Partition partition)
    {
        Gone.Remove(consumer);
        return base.Deregister(consumer, partition);
    }
}
