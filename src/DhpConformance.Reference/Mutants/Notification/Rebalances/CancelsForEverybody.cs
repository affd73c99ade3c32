using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("REB-15", "A device that agreed to stop is told that the stop is cancelled.")]
internal sealed class CancelsForEverybody(OperatingSystem system, Audience audience) : PlugAndPlay(system, audience)
{
    internal override bool Query(Device device)
    {
        var agrees = base.Query(device);
        if (agrees)
        {
            Tell(device, NotificationKind.CancelStop);
        }

        return agrees;
    }
}
