using DhpConformance.Abstractions;

namespace DhpConformance.Reference;

/// <summary>
/// Something to be told, now or later. What the listener can read when it is told is added then, and not before.
/// </summary>
/// <param name="Kind">What is told.</param>
/// <param name="Consumer">Who is told; null for events of the partition itself.</param>
internal readonly record struct Message(NotificationKind Kind, ConsumerId? Consumer)
{
    /// <summary>The status by which a driver says no, or is told that something failed; any but 0 would do.</summary>
    public const int Error = 1;

    public UnitId? Unit { get; init; }

    public LogicalProcessor? Processor { get; init; }

    public int Status { get; init; }

    public int Request { get; init; }
}
