namespace DhpConformance.Reference.Variants;

/// <summary>Starts no partition that has no I/O host bridge.</summary>
internal class NeedsBridge(Machine machine) : Admission(machine)
{
    internal override bool HasProcessor(Partition partition) => base.HasProcessor(partition) && HasBridge(partition);

    internal virtual bool HasBridge(Partition partition) => partition.Bridges.Count > 0;
}
