using System.Text.Json.Serialization;

namespace DhpConformance.Abstractions;

/// <summary>An active logical processor, as the operating system of its partition numbers it.</summary>
/// <param name="Index">System-wide index: 0 up to the number of active processors less 1. Source: DHP-PROC-24.</param>
/// <param name="Group">Its group, 0 and upwards; always 0 without processor groups. Source: DHP-PROC-18.</param>
/// <param name="Number">Its number in the group, 0 to 63; gaps are allowed. Sources: DHP-PROC-04, -25.</param>
/// <param name="Unit">The partition unit that it is part of.</param>
[JsonConverter(typeof(LogicalProcessorConverter))]
public readonly record struct LogicalProcessor(int Index, int Group, int Number, UnitId Unit);
