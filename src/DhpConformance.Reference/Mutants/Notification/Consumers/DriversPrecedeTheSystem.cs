using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("CON-03", "A driver can be registered in a partition that was not started yet.")]
internal sealed class DriversPrecedeTheSystem(Machine machine) : Admission(machine)
{
    internal override bool Runs(Partition partition, Operation request) =>
        base.Runs(partition, request)
        || (request is RegisterDriver { Script.IncludeExisting: false } && partition.State == RunState.Stopped);
}
