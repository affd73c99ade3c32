using DhpConformance.Abstractions;
using static DhpConformance.Abstractions.NotificationKind;

namespace DhpConformance.Reference;

/// <summary>Completes I/O requests, for each device in order and one at a time, unless the device is paused.</summary>
internal class InputOutput(OperatingSystem system, Registry consumers)
{
    protected OperatingSystem System { get; } = system;

    protected Registry Registry { get; } = consumers;

    /// <summary>Hands requests to a device, whatever state it is in.</summary>
    internal virtual void Submit(Device device, int requests) => device.Submit(requests);

    /// <summary>Completes one request of each device that has any and can. False if there is none.</summary>
    internal virtual bool CompleteSome()
    {
        var any = false;
        foreach (var device in Registry.Devices.Where(device => device.Waiting.Count > 0 && CanComplete(device)))
        {
            Complete(device);
            any = true;
        }

        return any;
    }

    /// <summary>Completes all requests of a device, because its driver goes.</summary>
    internal virtual void CompleteAll(Device device)
    {
        while (device.Waiting.Count > 0)
        {
            Complete(device);
        }
    }

    internal virtual bool CanComplete(Device device) => device.State != DeviceState.Paused;

    /// <summary>Completes the oldest request of a device.</summary>
    internal virtual void Complete(Device device) =>
        System.Tell(new(IoCompleted, device.Driver)
        {
            Request = device.Waiting.Dequeue(),
            Status = device.IsRemoved ? Message.Error : 0,
        });
}
