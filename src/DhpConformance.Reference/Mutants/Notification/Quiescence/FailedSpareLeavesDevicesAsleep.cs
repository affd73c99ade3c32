using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("QUI-10", "When a spare does not start, devices stay asleep.")]
internal sealed class FailedSpareLeavesDevicesAsleep(Partition partition) : OperatingSystem(partition)
{
    private bool swapped;
    private bool failed;

    internal override void Replace(Unit target, Unit spare)
    {
        base.Replace(target, spare);
        swapped = true;
    }

    internal override void WakeUp()
    {
        failed = !swapped;
        base.WakeUp();
        foreach (var device in Services?.Registry.Devices.Where(device => failed && !device.IsRemoved) ?? [])
        {
            device.State = DeviceState.Paused;
        }

        swapped = failed = false;
    }

    internal override void Tell(Message message)
    {
        if (!failed || message.Kind != NotificationKind.DeviceAwake)
        {
            base.Tell(message);
        }
    }
}
