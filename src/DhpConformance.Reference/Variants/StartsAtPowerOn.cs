using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Variants;

/// <summary>Starts every partition that can start when the server is powered on.</summary>
internal class StartsAtPowerOn(Machine machine, Admission admission) : ServiceProcessor(machine, admission)
{
    internal override Outcome PowerOn()
    {
        base.PowerOn();
        foreach (var partition in Machine.Partitions)
        {
            if (Starts(partition))
            {
                Apply(new StartPartition(partition.Id));
            }
        }

        return Outcome.Completed;
    }

    internal virtual bool Starts(Partition partition) => true;
}
