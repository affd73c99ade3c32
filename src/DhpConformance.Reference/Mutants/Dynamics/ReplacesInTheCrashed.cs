using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("DYN-13", "Units of a crashed partition can be hot replaced.")]
internal sealed class ReplacesInTheCrashed(Machine machine) : Admission(machine)
{
    internal override bool Runs(Partition partition, Operation request) =>
        base.Runs(partition, request) || (request is HotReplace && partition.State == RunState.Crashed);
}
