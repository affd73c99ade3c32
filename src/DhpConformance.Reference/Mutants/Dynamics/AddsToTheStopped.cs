using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("DYN-13", "Units can be hot added to a stopped partition.")]
internal sealed class AddsToTheStopped(Machine machine) : Admission(machine)
{
    internal override bool Runs(Partition partition, Operation request) =>
        base.Runs(partition, request) || (request is HotAdd && partition.State == RunState.Stopped);
}
