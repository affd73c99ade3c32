namespace DhpConformance.Engine.Results;

/// <summary>The largest of everything that was shown, or done, in any case.</summary>
/// <param name="Partitions">Partitions of a server.</param>
/// <param name="Units">Units of a server.</param>
/// <param name="ActiveProcessors">Active logical processors of a partition.</param>
/// <param name="Groups">Groups of a partition that had an active processor.</param>
/// <param name="MemoryBytes">Bytes of memory of a running partition.</param>
/// <param name="Consumers">Consumers registered in a partition.</param>
/// <param name="HotOperations">Hot operations that were asked for while nothing ended a partition.</param>
/// <param name="CarriedOut">Those of them that were not refused, in the case that has the most of these.</param>
public sealed record LargestSizes(
    int Partitions,
    int Units,
    int ActiveProcessors,
    int Groups,
    long MemoryBytes,
    int Consumers,
    int HotOperations,
    int CarriedOut)
{
    /// <summary>The larger of each.</summary>
    internal LargestSizes Or(LargestSizes other) => new(
        Math.Max(Partitions, other.Partitions),
        Math.Max(Units, other.Units),
        Math.Max(ActiveProcessors, other.ActiveProcessors),
        Math.Max(Groups, other.Groups),
        Math.Max(MemoryBytes, other.MemoryBytes),
        Math.Max(Consumers, other.Consumers),
        Math.Max(HotOperations, other.HotOperations),
        Math.Max(CarriedOut, other.CarriedOut));
}
