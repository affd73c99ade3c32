using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("PROC-18", "The last of the hot added logical processors has the number of the first at boot.")]
internal sealed class AddedSharesANumber(Partition partition) : OperatingSystem(partition)
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
        return shown.ActiveProcessors <= atBoot || shown.Processors is not [var first, .., var last]
            ? shown
            : shown with
            {
                Processors = shown.Processors.Replace(last, last with { Group = first.Group, Number = first.Number }),
            };
    }
}
