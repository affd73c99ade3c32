using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("REB-15", "A device that rejected query-stop is not told that the stop is cancelled.")]
internal sealed class RejectionIsNotCancelled(OperatingSystem system, Audience audience) : PlugAndPlay(system, audience)
{
    internal override bool Query(Device device)
    {
        if (!device.Script.RejectsQueryStop)
        {
            return base.Query(device);
        }

        Tell(device, NotificationKind.QueryStop, Message.Error);
        return false;
    }
}
