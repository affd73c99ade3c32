using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("TOP-02", "What a partition supports is looked up in the profile of the first partition.")]
internal sealed class CapabilitiesOfTheFirstPartition(Machine machine) : Admission(machine)
{
    internal override bool Supports(Partition partition, HotOperation operation, UnitKind kind) =>
        base.Supports(Machine.Partitions[0], operation, kind);
}
