namespace DhpConformance.Reference.Mutants;

[Breaks("REP-20", "The pools get a new size when a unit is replaced after memory was added.")]
internal sealed class ReplaceSizesPoolsAnew(Partition partition) : OperatingSystem(partition)
{
    internal override void Replace(Unit target, Unit spare)
    {
        base.Replace(target, spare);
        SizePools();
    }
}
