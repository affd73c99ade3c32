using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("DYN-06", "The third hot add to a partition stops its operating system.")]
internal sealed class ThirdAddStopsSystem(Partition partition) : OperatingSystem(partition)
{
    private int adds;

    internal override void Add(Unit unit, int components)
    {
        base.Add(unit, components);
        if (++adds == 3)
        {
            Partition.State = RunState.Stopped;
        }
    }
}
