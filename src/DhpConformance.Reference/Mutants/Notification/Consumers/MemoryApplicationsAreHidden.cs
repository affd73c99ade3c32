using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("CON-07", "An application that asks for memory only is not shown.")]
internal sealed class MemoryApplicationsAreHidden(Partition partition) : OperatingSystem(partition)
{
    internal override PartitionObservation Observe()
    {
        var shown = base.Observe();
        var hidden = Services?.Registry.Applications.FindAll(each => !each.Script.ProcessorArrivals) ?? [];
        return shown with
        {
            Applications = shown.Applications.RemoveAll(each => hidden.Exists(other => other.Id == each.Application)),
        };
    }
}
