using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("ASY-03", "Drivers are told of the arrival of a spare memory module.")]
internal sealed class DriversHearOfSpares(Partition partition) : OperatingSystem(partition)
{
    internal override void Replace(Unit target, Unit spare)
    {
        base.Replace(target, spare);
        if (spare.Kind == UnitKind.MemoryModule)
        {
            Services?.Arrivals.TellDrivers(NotificationKind.InterfaceArrival, spare, null);
        }
    }
}
