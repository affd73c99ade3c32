namespace DhpConformance.Abstractions;

/// <summary>
/// A partition unit: the smallest piece of hardware that can be given to a hardware partition.
/// Source: DHP-TOP-05..07.
/// </summary>
/// <remarks>
/// Two units are <em>identical</em>, so that one can hot replace the other, if kind, type and capacity are equal;
/// the serial number is what tells identical units apart. Sources: DHP-REP-01, -02; decision G-66.
/// </remarks>
/// <param name="Id">Unique among the units of a server.</param>
/// <param name="Kind">What the unit is.</param>
/// <param name="Type">Processor type and stepping, memory configuration, or bridge model.</param>
/// <param name="Capacity">
/// Logical processors of a processor (1 or more), bytes of a memory module (1 or more); 0 for an I/O host bridge.
/// </param>
/// <param name="SerialNumber">The physical identity; two units of one server never share it.</param>
public sealed record PartitionUnit(UnitId Id, UnitKind Kind, string Type, long Capacity, string SerialNumber);
