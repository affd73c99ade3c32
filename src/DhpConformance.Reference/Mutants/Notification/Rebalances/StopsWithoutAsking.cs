using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("REB-07", "A device is stopped without having been asked.")]
internal sealed class StopsWithoutAsking(OperatingSystem system, Registry consumers) : PlugAndPlay(system, consumers)
{
    internal override bool Query(Device device)
    {
        if (device.Script.RejectsQueryStop || device.Script.FailsRestart)
        {
            return base.Query(device);
        }

        Tell(device, NotificationKind.Stop);
        Tell(device, NotificationKind.Start);
        return false;
    }
}
