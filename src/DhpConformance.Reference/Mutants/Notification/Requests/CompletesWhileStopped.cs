namespace DhpConformance.Reference.Mutants;

[Breaks("IO-03", "Requests complete while their device is stopped.")]
internal sealed class CompletesWhileStopped(OperatingSystem system, Registry consumers) : InputOutput(system, consumers)
{
    internal override bool CanComplete(Device device) => true;
}
