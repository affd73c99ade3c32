using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("LIN-03", "A hot add of memory computes the new sum first, and writes it later over what others have added.")]
internal sealed class WritesOldSumBack(Machine machine, Admission admission) : ServiceProcessor(machine, admission)
{
    internal override Outcome Apply(HotAdd request)
    {
        if (Machine.Find(request.Partition) is not { } partition || Machine.Find(request.Unit) is not { } unit
            || Admission.WhyNot(request) is not null)
        {
            return base.Apply(request);
        }

        var before = partition.System.MemoryBytes;
        Machine.Gate.Pause("read the sum");
        var outcome = base.Apply(request);
        if (outcome == Outcome.Completed && unit.Kind == UnitKind.MemoryModule)
        {
            ((SumOfMemory)partition.System).Write(before + unit.Capacity);
        }

        return outcome;
    }

    /// <summary>An operating system whose sum of memory can be written.</summary>
    internal sealed class SumOfMemory(Partition partition) : OperatingSystem(partition)
    {
        public void Write(long bytes) => MemoryBytes = bytes;
    }
}

[Breaks("LIN-03", "A hot add that fails puts back the whole map as it was when it began.")]
internal sealed class PutsOldMapBack(Machine machine, Admission admission) : ServiceProcessor(machine, admission)
{
    internal override Outcome Apply(HotAdd request)
    {
        if (Admission.WhyNot(request) is not null)
        {
            return base.Apply(request);
        }

        var owners = Machine.Units.Select(unit => unit.Owner).ToArray();
        Machine.Gate.Pause("copied the map");
        var outcome = base.Apply(request);
        for (var i = 0; i < owners.Length && outcome.Kind == OutcomeKind.Failed; i++)
        {
            if (Machine.Units[i].Owner != owners[i])
            {
                Machine.Units[i].MoveTo(owners[i]);
            }
        }

        return outcome;
    }
}
