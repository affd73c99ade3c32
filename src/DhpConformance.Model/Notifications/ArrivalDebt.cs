using DhpConformance.Abstractions;

namespace DhpConformance.Model.Notifications;

/// <summary>One logical processor or memory module that a consumer has to be told of, or may be.</summary>
/// <param name="Cause">The number of the operation that caused it.</param>
/// <param name="Slot">Which of the logical processors that this operation brought.</param>
/// <param name="Kind">The kind of the unit.</param>
/// <param name="Unit">The unit at the moment of the cause.</param>
internal sealed record ArrivalDebt(int Cause, int Slot, UnitKind Kind, UnitId Unit)
{
    /// <summary>The place of the unit that it is part of now; -1 once that was removed.</summary>
    public int Now { get; init; }

    /// <summary>The logical processor; null as long as nothing has shown which one it is.</summary>
    public LogicalProcessor? Processor { get; init; }

    /// <summary>Whether it is known for sure which one it is, and not from the first arrival that names it.</summary>
    public bool IsSure { get; init; }

    /// <summary>How often it has to be told at least.</summary>
    public int Least { get; init; } = 1;

    /// <summary>How often it may be told.</summary>
    public int Most { get; init; } = 1;

    /// <summary>How often it was told.</summary>
    public int Told { get; init; }

    /// <summary>Whether it was there already when the consumer registered, which asked for such.</summary>
    public bool Existing { get; init; }

    /// <summary>The active processors of the partition once it had arrived.</summary>
    public int ActiveProcessors { get; init; }

    /// <summary>The memory of the partition once it had arrived.</summary>
    public long MemoryBytes { get; init; }
}

/// <summary>A removal that a consumer may be told of, once.</summary>
/// <param name="Unit">The unit that was removed.</param>
/// <param name="Processor">The logical processor; null for memory, or if nothing has shown it.</param>
internal sealed record RemovalOffer(UnitId Unit, LogicalProcessor? Processor);
