using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("QUI-07", "A hot replace fails because a network adapter is said never to sleep.")]
internal sealed class NetworkAdaptersNeverSleep(OperatingSystem system, Registry consumers)
    : PowerPolicy(system, consumers)
{
    internal override bool ReachesD3(Device device) =>
        base.ReachesD3(device) && device.Script.Class != DeviceClass.Network;
}
