using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("QUI-13", "Drivers are put to sleep and woken up when a memory module is added.")]
internal sealed class AddsPutDriversToSleep(Partition partition) : OperatingSystem(partition)
{
    internal override void AddMemory(Unit module)
    {
        base.AddMemory(module);
        Services?.Registry.Drivers.ForEach(driver =>
        {
            Tell(new(NotificationKind.SetPowerSleep, driver.Id));
            Tell(new(NotificationKind.SetPowerWorking, driver.Id));
        });
    }
}
