namespace DhpConformance.Reference.Mutants;

[Breaks("REP-18", "Every second hot replace is answered, and the target stays in place.")]
internal sealed class SecondSwapIsForgotten(Machine machine, Admission admission)
    : ServiceProcessor(machine, admission)
{
    private int swaps;

    internal override void Swap(Unit target, Unit spare, Partition partition)
    {
        if (++swaps % 2 != 0)
        {
            base.Swap(target, spare, partition);
        }
    }
}
