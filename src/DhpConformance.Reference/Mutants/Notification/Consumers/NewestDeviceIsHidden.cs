using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("CON-07", "The device registered last is not shown if there are others.")]
internal sealed class NewestDeviceIsHidden(Partition partition) : OperatingSystem(partition)
{
    internal override PartitionObservation Observe()
    {
        var shown = base.Observe();
        var newest = Services?.Registry.Devices.LastOrDefault();
        return newest is null || shown.Devices.Length < 2
            ? shown
            : shown with { Devices = shown.Devices.RemoveAll(device => device.Driver == newest.Driver) };
    }
}
