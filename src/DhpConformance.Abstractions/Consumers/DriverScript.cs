using System.Text.Json.Serialization;

namespace DhpConformance.Abstractions;

/// <summary>
/// What a driver registers for, and how it answers, decided before it is loaded. A script that contradicts itself
/// is refused (<see cref="RefusalReason.Invalid"/>).
/// </summary>
public sealed record DriverScript
{
    /// <summary>Registers a processor-change callback. Source: DHP-SYN-01.</summary>
    [JsonRequired]
    public bool Synchronous { get; init; }

    /// <summary>
    /// The callback is also called for processors already active. Needs <see cref="Synchronous"/>. Source: DHP-SYN-20.
    /// </summary>
    [JsonRequired]
    public bool IncludeExisting { get; init; }

    /// <summary>
    /// The callback answers Start with an error for the n-th logical processor offered to the drivers of the
    /// partition, counted from 1 at registration; null for never. A processor that another driver vetoed first counts,
    /// so that the free order of drivers decides nothing. Needs <see cref="Synchronous"/>. Sources: DHP-SYN-09, -11.
    /// </summary>
    [JsonRequired]
    public int? VetoesStart { get; init; }

    /// <summary>Registers for arrivals of processor interfaces. Source: DHP-ASY-02.</summary>
    [JsonRequired]
    public bool ProcessorArrivals { get; init; }

    /// <summary>Registers for arrivals of memory interfaces. Source: DHP-ASY-02.</summary>
    [JsonRequired]
    public bool MemoryArrivals { get; init; }

    /// <summary>
    /// Arrivals are also reported for interfaces that are already there. Needs <see cref="ProcessorArrivals"/> or
    /// <see cref="MemoryArrivals"/>. Sources: DHP-ASY-10, -11.
    /// </summary>
    [JsonRequired]
    public bool ExistingArrivals { get; init; }

    /// <summary>The device it drives; null for a driver without one.</summary>
    [JsonRequired]
    public DeviceScript? Device { get; init; }
}
