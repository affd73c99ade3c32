using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("TOP-18", "A partition that crashes loses its I/O host bridges.")]
internal sealed class CrashFreesUnits(Machine machine, Admission admission)
    : ServiceProcessor(machine, admission)
{
    internal override Outcome Crash(Partition partition)
    {
        while (partition.Bridges.Count > 0)
        {
            partition.Bridges[0].MoveTo(null);
        }

        return base.Crash(partition);
    }
}
