using System.Text.Json.Serialization;

namespace DhpConformance.Abstractions;

/// <summary>What the service processor shows of a unit.</summary>
/// <param name="Id">The unit.</param>
/// <param name="Owner">The partition it is mapped to; null for none.</param>
/// <param name="Power">Its power switch; always on if the implementation does not claim unit power.</param>
[JsonConverter(typeof(UnitObservationConverter))]
public readonly record struct UnitObservation(UnitId Id, PartitionId? Owner, UnitPower Power);
