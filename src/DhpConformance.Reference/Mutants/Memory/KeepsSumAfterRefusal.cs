namespace DhpConformance.Reference.Mutants;

[Breaks("MEM-01", "After a memory module was refused at the limit, the next start keeps the sum of memory.")]
internal sealed class KeepsSumAfterRefusal(Partition partition) : OperatingSystem(partition)
{
    private long? sum;

    internal override void Boot()
    {
        base.Boot();
        MemoryBytes = sum ?? MemoryBytes;
        sum = null;
    }

    internal sealed class Remembering(Machine machine) : Admission(machine)
    {
        internal override bool ExceedsMemoryLimit(Partition partition, Unit module)
        {
            var exceeds = base.ExceedsMemoryLimit(partition, module);
            if (exceeds)
            {
                ((KeepsSumAfterRefusal)partition.System).sum = partition.System.MemoryBytes;
            }

            return exceeds;
        }
    }
}
