namespace DhpConformance.Reference.Mutants;

[Breaks("REB-07", "A device is stopped twice.")]
internal sealed class StopsTwice(OperatingSystem system, Registry consumers) : PlugAndPlay(system, consumers)
{
    internal override void Stop(Device device)
    {
        base.Stop(device);
        base.Stop(device);
    }
}
