namespace DhpConformance.Reference.Mutants;

[Breaks("RUN-05", "A partition that runs can be started again.")]
internal sealed class StartsWhatRuns(Machine machine) : Admission(machine)
{
    internal override bool RunsAlready(Partition partition) => false;
}
