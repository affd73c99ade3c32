using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("APP-08", "The affinity of an application is widened by processors that are added to its group.")]
internal sealed class AffinityWidensByItself(Partition partition) : OperatingSystem(partition)
{
    internal override PartitionObservation Observe()
    {
        var shown = base.Observe();
        return shown with
        {
            Applications =
            [
                .. shown.Applications.Select(each => each with
                {
                    Affinity =
                    [
                        .. each.Affinity.Zip(shown.ActiveMasks, static (mine, active) => mine == 0 ? 0 : active),
                    ],
                }),
            ],
        };
    }
}
