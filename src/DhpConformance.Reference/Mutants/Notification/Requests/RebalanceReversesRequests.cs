namespace DhpConformance.Reference.Mutants;

[Breaks("IO-02", "Requests that waited during a rebalance complete in reverse order.")]
internal sealed class RebalanceReversesRequests(OperatingSystem system, Registry consumers)
    : PlugAndPlay(system, consumers)
{
    internal override void Start(Device device)
    {
        base.Start(device);
        device.ReverseWaiting();
    }
}
