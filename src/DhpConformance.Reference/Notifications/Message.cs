using DhpConformance.Abstractions;

namespace DhpConformance.Reference;

/// <summary>
/// A notification to deliver, now or later. What the recipient can read at delivery is added then, and not before.
/// </summary>
/// <param name="Kind">The notification.</param>
/// <param name="Consumer">The recipient; null for events of the partition itself.</param>
internal readonly record struct Message(NotificationKind Kind, ConsumerId? Consumer)
{
    /// <summary>
    /// The status by which a driver says no, or learns that something failed; any status but 0 would do.
    /// </summary>
    public const int Error = 1;

    public UnitId? Unit { get; init; }

    public LogicalProcessor? Processor { get; init; }

    public int Status { get; init; }

    public int Request { get; init; }
}
