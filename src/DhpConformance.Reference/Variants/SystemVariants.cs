namespace DhpConformance.Reference.Variants;

/// <summary>Operating systems that number processors and size pools in another way.</summary>
internal static class SystemVariants
{
    public static readonly Variant[] All =
    [
        Variant.Of(
            "has-groups-of-sixteen",
            "A processor group holds 16 logical processors, where the operating system has groups at all.",
            ["PROC-18"],
            new() { OperatingSystem = partition => new OperatingSystem(partition, groupSize: 16) }),
        Variant.Of(
            "grows-pools-with-memory",
            "Pools grow when a memory module is added, where the profile does not promise that they stay.",
            ["MEM-04"],
            new() { OperatingSystem = partition => new GrowsPoolsWithMemory(partition) }),
    ];

    private sealed class GrowsPoolsWithMemory(Partition partition) : OperatingSystem(partition)
    {
        internal override void AddMemory(Unit module)
        {
            base.AddMemory(module);
            if (!Promises(Abstractions.Behaviour.FixedPools))
            {
                SizePools();
            }
        }

        // Half of the memory each, so that the memory present at start is not enough for both.
        internal override void SizePools()
        {
            PagedPoolBytes = Math.Max(1, MemoryBytes / 2);
            NonpagedPoolBytes = MemoryBytes - PagedPoolBytes;
        }
    }
}
