using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("REB-17", "A device that was removed by surprise is shown as started.")]
internal sealed class RemovedDevicesLookStarted(Partition partition) : OperatingSystem(partition)
{
    internal override PartitionObservation Observe()
    {
        var shown = base.Observe();
        return shown with
        {
            Devices =
            [
                .. shown.Devices.Select(device => device.State == DeviceState.Removed
                    ? device with { State = DeviceState.Started }
                    : device),
            ],
        };
    }
}
