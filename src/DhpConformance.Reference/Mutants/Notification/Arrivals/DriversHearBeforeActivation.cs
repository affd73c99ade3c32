using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("ASY-06", "Drivers are notified of the arrival of a processor before it is active.")]
internal sealed class DriversHearBeforeActivation(Partition partition) : OperatingSystem(partition)
{
    internal override void Activate(Unit processor, int components)
    {
        foreach (var driver in Services?.Registry.Drivers.Where(driver => driver.Script.ProcessorArrivals) ?? [])
        {
            Tell(new(NotificationKind.InterfaceArrival, driver.Id)
            {
                Unit = processor.Id,
                Processor = Active.Next(processor.Id),
            });
        }

        base.Activate(processor, components);
    }
}
