namespace DhpConformance.Abstractions;

/// <summary>A logical processor, as the operating system numbers it.</summary>
/// <param name="Index">System-wide index, 0 and upwards without gaps. Source: DHP-PROC-24.</param>
/// <param name="Group">Its group, 0 and upwards. Source: DHP-PROC-18.</param>
/// <param name="Number">Its number in the group, 0 to 63; gaps are allowed. Sources: DHP-PROC-04, -25.</param>
public readonly record struct ProcessorNumber(int Index, int Group, int Number);
