using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("CON-03", "An application can be registered in a partition that has crashed.")]
internal sealed class ApplicationsOutliveCrashes(Machine machine) : Admission(machine)
{
    internal override bool Runs(Partition partition, Operation request) =>
        base.Runs(partition, request)
        || (request is RegisterApplication && partition.State == RunState.Crashed);
}
