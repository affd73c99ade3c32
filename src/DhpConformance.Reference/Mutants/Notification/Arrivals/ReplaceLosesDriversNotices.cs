namespace DhpConformance.Reference.Mutants;

/// <remarks>
/// Who asked for existing interfaces keeps its notices: if those are lost, that breaks ASY-11.
/// </remarks>
[Breaks("ASY-01", "Notices to drivers that are pending when a unit is replaced are lost.")]
internal sealed class ReplaceLosesDriversNotices(Partition partition) : OperatingSystem(partition)
{
    internal override void Replace(Unit target, Unit spare)
    {
        base.Replace(target, spare);
        foreach (var driver in Services?.Registry.Drivers.Where(driver => !driver.Script.ExistingArrivals) ?? [])
        {
            Services!.Arrivals.Forget(driver.Id);
        }
    }
}
