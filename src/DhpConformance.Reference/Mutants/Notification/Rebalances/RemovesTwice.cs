namespace DhpConformance.Reference.Mutants;

[Breaks("REB-17", "A device that fails to restart is removed twice.")]
internal sealed class RemovesTwice(OperatingSystem system, Audience audience) : PlugAndPlay(system, audience)
{
    internal override void RemoveBySurprise(Device device)
    {
        base.RemoveBySurprise(device);
        base.RemoveBySurprise(device);
    }
}
