using DhpConformance.Abstractions;
using DhpConformance.Reference.Variants;

namespace DhpConformance.Reference.Mutants;

[Breaks("TRT-01", "It declares partitions-are-static, and units are hot added to a static partition.")]
internal sealed class StaticPartitionTakesHotAdds(Machine machine)
    : KeepsPartitionsStatic(machine)
{
    internal override Partition? Concerned(Operation request) =>
        request is HotAdd ? null : base.Concerned(request);
}
