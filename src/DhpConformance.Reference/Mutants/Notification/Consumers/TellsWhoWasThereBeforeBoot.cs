using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks(
    "CON-04",
    "A driver from before a stop is notified of a memory module that arrives after the next start.")]
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
