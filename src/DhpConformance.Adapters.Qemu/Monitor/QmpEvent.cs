using System.Text.Json;

namespace DhpConformance.Adapters.Qemu.Monitor;

/// <summary>An event that reports the result of the removal of a device.</summary>
/// <param name="Device">The id of the device.</param>
/// <param name="Removed">Whether the device is removed; false if the operating system did not release it.</param>
internal readonly record struct QmpEvent(string Device, bool Removed)
{
    /// <summary>
    /// The event; null if it is of no interest. The removal of one bridge is accompanied by about 250 events for
    /// parts of it that have a path and no id.
    /// </summary>
    public static QmpEvent? Read(JsonElement message)
    {
        var data = message.TryGetProperty("data", out var some) ? some : default;
        return message.GetProperty("event").GetString() switch
        {
            "DEVICE_DELETED" => Of(data, removed: true),
            "DEVICE_UNPLUG_GUEST_ERROR" or "MEM_UNPLUG_ERROR" => Of(data, removed: false),
            "ACPI_DEVICE_OST" => OfGuest(data.GetProperty("info")),
            _ => null,
        };
    }

    private static QmpEvent? Of(JsonElement data, bool removed) =>
        data.TryGetProperty("device", out var device) ? new(device.GetString()!, removed) : null;

    // The report of an x86 guest about a device: the request, and its result.
    private static QmpEvent? OfGuest(JsonElement info)
    {
        const int Eject = 3;
        const int Success = 0;
        const int InProgress = 132;
        return info.GetProperty("source").GetInt32() == Eject
            && info.GetProperty("status").GetInt32() is not (Success or InProgress)
            ? Of(info, removed: false)
            : null;
    }
}
