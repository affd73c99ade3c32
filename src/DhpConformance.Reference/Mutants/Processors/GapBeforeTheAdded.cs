using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("PROC-24", "Logical processors hot added since boot leave one index out before them.")]
internal sealed class GapBeforeTheAdded(Partition partition) : OperatingSystem(partition)
{
    private int atBoot;

    internal override void Boot()
    {
        base.Boot();
        atBoot = ActiveCount;
    }

    internal override PartitionObservation Observe()
    {
        var shown = base.Observe();
        return shown with
        {
            Processors =
            [
                .. shown.Processors.Select(each => each.Index < atBoot ? each : each with { Index = each.Index + 1 }),
            ],
        };
    }
}
