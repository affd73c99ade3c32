namespace DhpConformance.Reference.Mutants;

[Breaks("QUI-08", "A hot replace begins although a device is non-dynamic.")]
internal sealed class ReplacesUnderAnyDevice(Machine machine) : Admission(machine)
{
    internal override bool CanSleep(Partition partition) => true;
}
