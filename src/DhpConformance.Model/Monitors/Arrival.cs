using DhpConformance.Abstractions;

namespace DhpConformance.Model.Monitors;

/// <summary>One logical processor or memory module of which a consumer has to be notified, or may be.</summary>
/// <param name="Cause">The number of the operation that caused it.</param>
/// <param name="Kind">The kind of the unit.</param>
/// <param name="Unit">The unit at the moment of the cause.</param>
/// <param name="Partition">The place of the partition.</param>
/// <param name="IsForDriver">Whether the consumer is a driver.</param>
internal sealed record Arrival(int Cause, UnitKind Kind, UnitId Unit, int Partition, bool IsForDriver)
{
    /// <summary>The place of the unit that it is part of now; -1 once that was removed.</summary>
    public int Now { get; init; }

    /// <summary>
    /// The logical processor, as the partition showed it right after the cause or as the first delivery named it; null
    /// before that.
    /// </summary>
    public LogicalProcessor? Processor { get; init; }

    /// <summary>How often it has to be delivered at least.</summary>
    public int Least { get; init; } = 1;

    /// <summary>How often it may be delivered.</summary>
    public int Most { get; init; } = 1;

    /// <summary>How often it was delivered.</summary>
    public int Delivered { get; init; }

    /// <summary>Whether it was there already when the consumer registered, which asked for such.</summary>
    public bool IsExisting { get; init; }

    /// <summary>The active processors of the partition once it had arrived.</summary>
    public int ActiveProcessors { get; init; }

    /// <summary>The memory of the partition once it had arrived, in bytes.</summary>
    public long MemoryBytes { get; init; }

    /// <summary>
    /// Whether it stands for all arrivals of its unit, whatever caused them: no operation has the number 0.
    /// </summary>
    public bool IsWidened => Cause == 0;

    /// <summary>All arrivals of the unit of one of them, which may be delivered so often.</summary>
    public static Arrival Widened(Arrival one, int most) =>
        new(0, one.Kind, one.Unit, one.Partition, one.IsForDriver) { Now = -1, Least = 0, Most = most };

    /// <summary>Whether it may be delivered once more.</summary>
    public bool IsOpen => Delivered < Most;

    /// <summary>Whether it has to be delivered once more.</summary>
    public bool IsOwed => Delivered < Least;

    /// <summary>Whether a notification may be this one: unit, kind of consumer and processor agree.</summary>
    public bool Agrees(Notification notice, bool isNumbered) =>
        Unit == notice.Unit
        && IsForDriver == (notice.Kind == NotificationKind.InterfaceArrival)
        && (Kind != UnitKind.Processor || !isNumbered
            ? notice.Processor is null
            : notice.Processor is { } named && named.Unit == notice.Unit && (Processor ?? named) == named);
}

/// <summary>A removal of which a consumer may be notified, once.</summary>
/// <param name="Cause">The number of the operation that caused it.</param>
/// <param name="Kind">The kind of the unit.</param>
/// <param name="Unit">The unit that was removed.</param>
/// <param name="Processor">
/// The logical processor, as the partition showed it or as the notification named it; null before that, and for memory.
/// </param>
internal sealed record Removal(int Cause, UnitKind Kind, UnitId Unit, LogicalProcessor? Processor)
{
    /// <summary>Whether the consumer was notified.</summary>
    public bool IsNotified { get; init; }

    /// <summary>Whether a notification may be this one.</summary>
    public bool Agrees(Notification notice, bool isNumbered) => !IsNotified && Unit == notice.Unit
        && (Kind != UnitKind.Processor || !isNumbered
            ? notice.Processor is null
            : notice.Processor is { } named && named.Unit == Unit && (Processor ?? named) == named);

    /// <summary>
    /// Whether it was notified of the logical processor that a notification about the same unit names.
    /// </summary>
    public bool HasNotified(Removal other, Notification notice) => IsNotified && Cause == other.Cause
        && Processor is { } known && notice.Processor is { } named
        && (known.Group, known.Number) == (named.Group, named.Number);
}
