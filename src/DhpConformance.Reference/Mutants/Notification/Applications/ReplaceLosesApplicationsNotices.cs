namespace DhpConformance.Reference.Mutants;

[Breaks("APP-01", "Notices to applications that are pending when a unit is replaced are lost.")]
internal sealed class ReplaceLosesApplicationsNotices(Partition partition) : OperatingSystem(partition)
{
    internal override void Replace(Unit target, Unit spare)
    {
        base.Replace(target, spare);
        Services?.Registry.Applications.ForEach(application => Services.Arrivals.Forget(application.Id));
    }
}
