namespace DhpConformance.Abstractions;

/// <summary>
/// What an application registers for. A script that registers for nothing is refused
/// (<see cref="RefusalReason.Invalid"/>).
/// </summary>
/// <param name="ProcessorArrivals">Registers for processors. Source: DHP-APP-02.</param>
/// <param name="MemoryArrivals">Registers for memory. Source: DHP-APP-02.</param>
public sealed record ApplicationScript(bool ProcessorArrivals, bool MemoryArrivals);
