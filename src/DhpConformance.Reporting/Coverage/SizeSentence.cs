using DhpConformance.Engine.Results;
using DhpConformance.Reporting.Text;

namespace DhpConformance.Reporting.Coverage;

/// <summary>The largest of everything in a run, in one sentence.</summary>
public static class SizeSentence
{
    /// <summary>
    /// Reads like <c>Largest: 8 partitions, 256 active processors in 4 groups</c>; null without cases.
    /// </summary>
    public static string? Of(RunResults results)
    {
        ArgumentNullException.ThrowIfNull(results);
        var all = results.Profiles.Select(profile => profile.Sizes?.Largest).OfType<LargestSizes>().ToList();
        return all.Count == 0
            ? null
            : $"Largest: {Amount.Of(all.Max(one => one.Partitions), "partition")}, "
                + $"{Amount.Of(all.Max(one => one.ActiveProcessors), "active processor")} in "
                + $"{Amount.Of(all.Max(one => one.Groups), "group")}, "
                + $"{Amount.Bytes(all.Max(one => one.MemoryBytes))} of memory in a partition, "
                + $"{Amount.Of(all.Max(one => one.HotOperations), "hot operation")} without a stop";
    }
}
