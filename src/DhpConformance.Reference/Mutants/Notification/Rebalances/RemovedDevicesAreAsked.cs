namespace DhpConformance.Reference.Mutants;

[Breaks("REB-17", "A removed device is asked in the next rebalance.")]
internal sealed class RemovedDevicesAreAsked(OperatingSystem system, Audience audience) : PlugAndPlay(system, audience)
{
    internal override bool TakesPart(Device device) => base.TakesPart(device) || device.IsRemoved;
}
