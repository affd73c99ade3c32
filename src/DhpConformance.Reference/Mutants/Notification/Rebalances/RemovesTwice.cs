namespace DhpConformance.Reference.Mutants;

[Breaks("REB-17", "A device that fails to restart is removed twice.")]
internal sealed class RemovesTwice(OperatingSystem system, Registry consumers) : PlugAndPlay(system, consumers)
{
    internal override void RemoveBySurprise(Device device)
    {
        base.RemoveBySurprise(device);
        base.RemoveBySurprise(device);
    }
}
