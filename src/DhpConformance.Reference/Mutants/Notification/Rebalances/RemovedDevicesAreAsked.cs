namespace DhpConformance.Reference.Mutants;

[Breaks("REB-17", "A removed device is asked in the next rebalance.")]
internal sealed class RemovedDevicesAreAsked(OperatingSystem system, Registry consumers)
    : PlugAndPlay(system, consumers)
{
    internal override bool TakesPart(Device device) => base.TakesPart(device) || device.IsRemoved;
}
