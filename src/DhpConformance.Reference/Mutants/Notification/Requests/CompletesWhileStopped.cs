namespace DhpConformance.Reference.Mutants;

[Breaks("IO-03", "Requests complete while their device is stopped.")]
internal sealed class CompletesWhileStopped(OperatingSystem system, Audience audience) : InputOutput(system, audience)
{
    internal override bool CanComplete(Device device) => true;
}
