namespace DhpConformance.Reference.Mutants;

[Breaks("CON-08", "Each time I/O is submitted the partition has a byte of memory less.")]
internal sealed class RequestsTakeMemory(Partition partition) : OperatingSystem(partition)
{
    internal override void Submit(Device device, int requests)
    {
        base.Submit(device, requests);
        MemoryBytes--;
    }
}
