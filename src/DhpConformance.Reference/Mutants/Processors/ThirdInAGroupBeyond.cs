using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("PROC-18", "From the third logical processor on, all are shown in a group that does not exist.")]
internal sealed class ThirdInAGroupBeyond(Partition partition) : OperatingSystem(partition)
{
    internal override PartitionObservation Observe()
    {
        var shown = base.Observe();
        return shown with
        {
            Processors =
            [
                .. shown.Processors.Select(
                    each => each.Index < 2 ? each : each with { Group = each.Group + shown.ActiveMasks.Length }),
            ],
        };
    }
}
