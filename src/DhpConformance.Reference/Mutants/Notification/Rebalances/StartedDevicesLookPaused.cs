using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

/// <remarks>
/// Before a hot replace it is shown as started: after that, its state would break QUI-04 or QUI-10.
/// </remarks>
[Breaks("REB-14", "A device that was started again is shown as paused.")]
internal sealed class StartedDevicesLookPaused(OperatingSystem system, Audience audience)
    : PlugAndPlay(system, audience)
{
    internal override void Start(Device device)
    {
        base.Start(device);
        if (!device.IsRemoved)
        {
            device.State = DeviceState.Paused;
        }
    }

    internal override void FinishRound()
    {
        base.FinishRound();
        foreach (var device in Audience.Devices.Where(device => device.State == DeviceState.Paused))
        {
            device.State = DeviceState.Started;
        }
    }
}
