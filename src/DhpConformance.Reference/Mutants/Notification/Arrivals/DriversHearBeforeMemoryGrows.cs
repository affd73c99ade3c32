using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("ASY-07", "Drivers are notified of the arrival of a memory module before memory has grown.")]
internal sealed class DriversHearBeforeMemoryGrows(Partition partition) : OperatingSystem(partition)
{
    internal override void AddMemory(Unit module)
    {
        foreach (var driver in Services?.Registry.Drivers.Where(driver => driver.Script.MemoryArrivals) ?? [])
        {
            Tell(new(NotificationKind.InterfaceArrival, driver.Id) { Unit = module.Id });
        }

        base.AddMemory(module);
    }
}
