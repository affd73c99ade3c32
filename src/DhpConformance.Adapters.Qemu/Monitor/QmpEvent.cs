using System.Text.Json;

namespace DhpConformance.Adapters.Qemu.Monitor;

/// <summary>An event that tells how the removal of a device ended.</summary>
/// <param name="Device">The id of the device.</param>
/// <param name="Removed">Whether it is gone; false if the operating system in the machine did not let it go.</param>
internal readonly record struct QmpEvent(string Device, bool Removed)
{
    /// <summary>
    /// The event; null if it is of no interest. The removal of one bridge is accompanied by about 250 events for
    /// parts of it that have a path and no id.
    /// </summary>
    public static QmpEvent? Read(JsonElement message)
    {
        var name = message.GetProperty("event").GetString();
        return name is "DEVICE_DELETED" or "DEVICE_UNPLUG_GUEST_ERROR" or "MEM_UNPLUG_ERROR"
            && message.GetProperty("data").TryGetProperty("device", out var device)
            ? new(device.GetString()!, name == "DEVICE_DELETED")
            : null;
    }
}
