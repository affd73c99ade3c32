using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("APP-06", "An application is notified of the memory modules that were there when it registered.")]
internal sealed class ApplicationsHearOfExisting(Partition partition) : OperatingSystem(partition)
{
    internal override Outcome Register(ConsumerId consumer, ApplicationScript script)
    {
        var outcome = base.Register(consumer, script);
        for (var i = 0; i < Partition.MemoryModules.Count && script.MemoryArrivals; i++)
        {
            Services!.Arrivals.Owe(new(NotificationKind.DeviceArrival, consumer)
            {
                Unit = Partition.MemoryModules[i].Id,
            });
        }

        return outcome;
    }
}
