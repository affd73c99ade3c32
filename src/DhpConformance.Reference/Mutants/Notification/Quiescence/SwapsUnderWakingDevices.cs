namespace DhpConformance.Reference.Mutants;

[Breaks("QUI-09", "A device that never sleeps does not stop a hot replace.")]
internal sealed class SwapsUnderWakingDevices(OperatingSystem system, Audience audience) : PowerPolicy(system, audience)
{
    internal override bool ReachesD3(Device device) => true;
}
