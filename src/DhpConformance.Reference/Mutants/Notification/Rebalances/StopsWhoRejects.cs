using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("REB-09", "A device that rejects query-stop is stopped all the same.")]
internal sealed class StopsWhoRejects(OperatingSystem system, Registry consumers) : PlugAndPlay(system, consumers)
{
    internal override bool Query(Device device)
    {
        if (!device.Script.RejectsQueryStop || device.Script.FailsRestart)
        {
            return base.Query(device);
        }

        Tell(device, NotificationKind.QueryStop, Message.Error);
        Tell(device, NotificationKind.Stop);
        Tell(device, NotificationKind.Start);
        Tell(device, NotificationKind.CancelStop);
        return false;
    }
}
