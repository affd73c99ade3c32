using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

/// <remarks>
/// A hot replace waits for that end: to put a device to sleep before it breaks QUI-15.
/// </remarks>
[Breaks(
    "REB-15",
    "A device that rejects query-stop gets cancel-stop only if a later operation waits for the end of the rebalance.")]
internal sealed class RejectionIsNotCancelled(OperatingSystem system, Registry consumers)
    : PlugAndPlay(system, consumers)
{
    private readonly List<Device> uncancelled = [];

    internal override bool Query(Device device)
    {
        if (!device.Script.RejectsQueryStop)
        {
            return base.Query(device);
        }

        Tell(device, NotificationKind.QueryStop, Message.Error);
        uncancelled.Add(device);
        return false;
    }

    internal override void FinishRound()
    {
        base.FinishRound();
        uncancelled.ForEach(device => Tell(device, NotificationKind.CancelStop));
        uncancelled.Clear();
    }
}
