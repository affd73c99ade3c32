using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("DYN-13", "I/O host bridges can be released from a running partition.")]
internal sealed class ReleasesBridgesInUse(Machine machine) : Admission(machine)
{
    internal override bool IsStopped(Partition partition, Operation request) =>
        base.IsStopped(partition, request)
        || (request is ReleaseUnit release && Machine.Get(release.Unit).Kind == UnitKind.IoHostBridge);
}
