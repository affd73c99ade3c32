namespace DhpConformance.Reference.Mutants;

[Breaks("REB-17", "A device that fails to restart stays and is not removed.")]
internal sealed class FailedDevicesStay(OperatingSystem system, Audience audience) : PlugAndPlay(system, audience)
{
    internal override void RemoveBySurprise(Device device)
    {
    }
}
