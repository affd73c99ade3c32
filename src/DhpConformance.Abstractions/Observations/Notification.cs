using System.Text.Json.Serialization;

namespace DhpConformance.Abstractions;

/// <summary>
/// A notification to software in a partition, or something that happened to it, at one moment.
/// Notifications are numbered by their place in the list: earlier ones come first.
/// </summary>
public sealed record Notification
{
    /// <summary>Where it happened.</summary>
    public required PartitionId Partition { get; init; }

    /// <summary>What it was.</summary>
    public required NotificationKind Kind { get; init; }

    /// <summary>
    /// The number of the latest operation begun when it was delivered, counted from 1 after a reset. It never falls
    /// along the list.
    /// </summary>
    public required int Operation { get; init; }

    /// <summary>The driver or application that was notified; null for events of the partition itself.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ConsumerId? Consumer { get; init; }

    /// <summary>The unit it is about, for processor changes, arrivals, removals and swaps.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public UnitId? Unit { get; init; }

    /// <summary>
    /// The logical processor it is about, for processor changes, and arrivals and removals of processors; null if
    /// numbers are not claimed.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LogicalProcessor? Processor { get; init; }

    /// <summary>The status that comes with it or that the consumer answers; 0 is success. Source: DHP-SYN-06.</summary>
    [JsonRequired]
    public int Status { get; init; }

    /// <summary>The number of the I/O request it is about, from 1; 0 for none.</summary>
    [JsonRequired]
    public int Request { get; init; }

    /// <summary>Active logical processors at that moment, as the consumer could read them.</summary>
    [JsonRequired]
    public int ActiveProcessors { get; init; }

    /// <summary>Physical memory in bytes at that moment, as the consumer could read it.</summary>
    [JsonRequired]
    public long MemoryBytes { get; init; }
}
