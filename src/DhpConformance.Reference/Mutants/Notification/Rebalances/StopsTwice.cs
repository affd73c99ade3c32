namespace DhpConformance.Reference.Mutants;

[Breaks("REB-07", "A device is stopped twice.")]
internal sealed class StopsTwice(OperatingSystem system, Audience audience) : PlugAndPlay(system, audience)
{
    internal override void Stop(Device device)
    {
        base.Stop(device);
        base.Stop(device);
    }
}
