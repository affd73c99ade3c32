namespace DhpConformance.Reference.Mutants;

[Breaks("QUI-11", "A pending notice is delivered while the partition sleeps.")]
internal sealed class DeliversToTheSleeping(Partition partition) : OperatingSystem(partition)
{
    internal override void Replace(Unit target, Unit spare)
    {
        Services?.Arrivals.DeliverOne();
        base.Replace(target, spare);
    }
}
