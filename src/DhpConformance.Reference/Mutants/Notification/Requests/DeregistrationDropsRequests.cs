namespace DhpConformance.Reference.Mutants;

[Breaks("IO-01", "Requests that wait are dropped when their driver is deregistered.")]
internal sealed class DeregistrationDropsRequests(OperatingSystem system, Registry consumers)
    : InputOutput(system, consumers)
{
    internal override void CompleteAll(Device device) => device.Waiting.Clear();
}
