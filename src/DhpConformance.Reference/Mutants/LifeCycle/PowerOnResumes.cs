using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("RUN-04", "Powering the server on starts the partitions that ran when it was powered off.")]
internal sealed class PowerOnResumes(Machine machine, Admission admission)
    : ServiceProcessor(machine, admission)
{
    private Partition[] ran = [];

    internal override Outcome PowerOff()
    {
        ran = [.. Machine.Partitions.Where(partition => partition.Runs)];
        return base.PowerOff();
    }

    internal override Outcome PowerOn()
    {
        Array.ForEach(ran, partition => Start(partition));
        return base.PowerOn();
    }
}
