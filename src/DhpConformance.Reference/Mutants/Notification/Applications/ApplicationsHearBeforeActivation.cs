using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("APP-04", "Applications are notified of the arrival of a processor before it is active.")]
internal sealed class ApplicationsHearBeforeActivation(Partition partition) : OperatingSystem(partition)
{
    internal override void Activate(Unit processor, int components)
    {
        foreach (var application in Services?.Registry.Applications.Where(each => each.Script.ProcessorArrivals) ?? [])
        {
            Tell(new(NotificationKind.DeviceArrival, application.Id)
            {
                Unit = processor.Id,
                Processor = Active.Next(processor.Id),
            });
        }

        base.Activate(processor, components);
    }
}
