using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("RUN-04", "A crashed partition is still crashed after the server was powered off.")]
internal sealed class PowerOffKeepsTheCrashed(Machine machine, Admission admission)
    : ServiceProcessor(machine, admission)
{
    internal override Outcome PowerOff()
    {
        var crashed = Machine.Partitions.Where(partition => partition.State == RunState.Crashed).ToList();
        var outcome = base.PowerOff();
        crashed.ForEach(partition => partition.State = RunState.Crashed);
        return outcome;
    }
}
