using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("APP-05", "Applications are notified of the arrival of a memory module before memory has grown.")]
internal sealed class ApplicationsHearBeforeMemoryGrows(Partition partition) : OperatingSystem(partition)
{
    internal override void AddMemory(Unit module)
    {
        foreach (var application in Services?.Registry.Applications.Where(each => each.Script.MemoryArrivals) ?? [])
        {
            Tell(new(NotificationKind.DeviceArrival, application.Id) { Unit = module.Id });
        }

        base.AddMemory(module);
    }
}
