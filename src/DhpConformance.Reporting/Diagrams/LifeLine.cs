using System.Collections.Immutable;
using DhpConformance.Abstractions;

namespace DhpConformance.Reporting.Diagrams;

/// <summary>A line of a sequence diagram.</summary>
/// <param name="Partition">The partition it belongs to.</param>
/// <param name="Consumer">The driver or application; null for the partition itself.</param>
/// <param name="X">Where it is.</param>
public sealed record LifeLine(PartitionId Partition, ConsumerId? Consumer, int X)
{
    /// <summary>How far the first is from the edge.</summary>
    public const int First = 148;

    /// <summary>How far each is from the next.</summary>
    public const int Between = 190;

    /// <summary>Whether it is the partition itself.</summary>
    public bool IsPartition => Consumer is null;

    /// <summary>What stands at its head.</summary>
    public string Name => Consumer?.ToString() ?? Partition.ToString();

    /// <summary>The lines that it takes to draw notifications: partitions, each followed by its consumers.</summary>
    public static ImmutableArray<LifeLine> All(ImmutableArray<Notification> notifications) =>
    [
        .. notifications
            .GroupBy(one => one.Partition)
            .OrderBy(group => group.Key.Value)
            .SelectMany(group => group
                .Select(one => one.Consumer).OfType<ConsumerId>().Distinct().OrderBy(consumer => consumer.Value)
                .Select(consumer => (group.Key, Consumer: (ConsumerId?)consumer))
                .Prepend((group.Key, Consumer: null)))
            .Select((line, place) => new LifeLine(line.Key, line.Consumer, First + (place * Between))),
    ];
}
