namespace DhpConformance.Reference.Mutants;

/// <summary>What faulty parts ask of those who listen, and do to them.</summary>
internal static class Listeners
{
    /// <summary>Whether a device would be lost in a rebalance that it should have no part in.</summary>
    public static bool HasFragileDevice(this Registry consumers) =>
        consumers.Devices.Any(device => device.Script.FailsRestart);

    /// <summary>Whether a device may keep the others from being asked.</summary>
    public static bool HasRejectingDevice(this Registry consumers) =>
        consumers.Devices.Any(device => device.Script.RejectsQueryStop);

    /// <summary>Puts the newest request first.</summary>
    public static void ReverseWaiting(this Device device)
    {
        var newestFirst = device.Waiting.Reverse().ToArray();
        device.Waiting.Clear();
        foreach (var request in newestFirst)
        {
            device.Waiting.Enqueue(request);
        }
    }
}
