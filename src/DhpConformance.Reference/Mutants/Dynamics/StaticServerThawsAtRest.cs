using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("DYN-02", "A static server counts as powered off once no partition runs.")]
internal sealed class StaticServerThawsAtRest(Machine machine) : Admission(machine)
{
    internal override bool IsFrozen(Operation request) =>
        base.IsFrozen(request) && Machine.Partitions.Any(partition => partition.Runs);
}
