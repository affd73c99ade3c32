using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

/// <remarks>
/// After a hot replace a wrong state breaks QUI-04 or QUI-10.
/// </remarks>
[Breaks("REB-14", "A device that was started again is shown as paused until the next hot replace.")]
internal sealed class StartedDevicesLookPaused(Partition partition) : OperatingSystem(partition)
{
    private readonly HashSet<ConsumerId> restarted = [];

    internal override void Tell(Message message)
    {
        base.Tell(message);
        if (message.Kind == NotificationKind.Start)
        {
            restarted.Add(message.Consumer!.Value);
        }
    }

    internal override bool Sleep()
    {
        var sleeps = base.Sleep();
        restarted.Clear();
        return sleeps;
    }

    internal override void Deregister(ConsumerId consumer)
    {
        base.Deregister(consumer);
        restarted.Remove(consumer);
    }

    internal override void ShutDown()
    {
        base.ShutDown();
        restarted.Clear();
    }

    internal override PartitionObservation Observe()
    {
        var shown = base.Observe();
        return shown with
        {
            Devices =
            [
                .. shown.Devices.Select(device => LooksPaused(device)
                    ? device with { State = DeviceState.Paused }
                    : device),
            ],
        };
    }

    private bool LooksPaused(DeviceObservation device) =>
        device.State == DeviceState.Started && restarted.Contains(device.Driver);
}
