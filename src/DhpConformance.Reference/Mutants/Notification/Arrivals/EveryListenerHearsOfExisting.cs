using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("ASY-10", "A driver is notified of existing interfaces although it did not ask for them.")]
internal sealed class EveryListenerHearsOfExisting(Partition partition) : OperatingSystem(partition)
{
    internal override Outcome Register(ConsumerId consumer, DriverScript script)
    {
        var outcome = base.Register(consumer, script);
        if (outcome == Outcome.Completed && !script.ExistingArrivals)
        {
            NotifyOfExisting(FindDriver(consumer)!, Services!.Arrivals);
        }

        return outcome;
    }
}
